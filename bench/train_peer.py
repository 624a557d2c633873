"""Trains once with the Python package of a learner and prints seconds of wall clock
and of processor from the rows in memory to the model.

Arguments: lightgbm or xgboost, threads, file of rows, features. The parameters are those of TrainOnce.java.
"""

import sys
import time

import numpy as np


def lightgbm(x, y, threads):
    import lightgbm as lgb

    parameters = {
        "objective": "binary", "metric": "binary_logloss", "learning_rate": 0.1, "num_leaves": 63,
        "min_data_in_leaf": 20, "max_depth": -1, "deterministic": True, "force_row_wise": True, "seed": 7,
        "num_threads": threads, "verbosity": -1, "min_data_per_group": 100,
    }
    started, started_cpu = time.perf_counter(), time.process_time()
    model = lgb.train(parameters, lgb.Dataset(x, y), num_boost_round=200)
    return time.perf_counter() - started, time.process_time() - started_cpu, model.predict(x[:1])[0]


def xgboost(x, y, threads):
    import xgboost as xgb

    parameters = {
        "objective": "binary:logistic", "eval_metric": "logloss", "eta": 0.1, "max_depth": 6, "tree_method": "hist",
        "lambda": 1, "alpha": 0, "min_child_weight": 1, "seed": 7, "nthread": threads, "verbosity": 0,
    }
    started, started_cpu = time.perf_counter(), time.process_time()
    model = xgb.train(parameters, xgb.DMatrix(x, y), num_boost_round=200)
    return time.perf_counter() - started, time.process_time() - started_cpu, model.inplace_predict(x[:1])[0]


def main():
    learner, threads, path, features = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    rows = np.fromfile(path, dtype=">f4").astype(np.float32).reshape(-1, features + 1)
    x, y = np.ascontiguousarray(rows[:, :-1]), np.ascontiguousarray(rows[:, -1])
    seconds, cpu_seconds, first = {"lightgbm": lightgbm, "xgboost": xgboost}[learner](x, y, threads)
    print(f"{seconds:.3f} {cpu_seconds:.3f} {first:.6f}")


if __name__ == "__main__":
    main()
