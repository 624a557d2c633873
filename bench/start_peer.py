"""What somebody writes without a framework: load a CSV, look at it, split, train three small models on it,
evaluate them on the rows set aside, keep the best. Argument: the penguins CSV.
"""

import sys

import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def main():
    table = pd.read_csv(sys.argv[1]).dropna(subset=["species"])
    x, y = table.drop(columns=["species"]), table["species"]
    if y.nunique() < 2 or len(table) < 50:
        sys.exit("too little to learn from")
    x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, stratify=y, random_state=7)
    numbers = x.select_dtypes("number").columns
    labels = x.columns.difference(numbers)
    losses = {}
    for model in (
        LogisticRegression(max_iter=1000),
        RandomForestClassifier(n_estimators=100, random_state=7),
        HistGradientBoostingClassifier(max_iter=50, random_state=7),
    ):
        features = make_column_transformer(
            (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
            (make_pipeline(SimpleImputer(strategy="most_frequent"),
                           OneHotEncoder(handle_unknown="ignore", sparse_output=False)), labels),
        )
        fitted = make_pipeline(features, model).fit(x_train, y_train)
        losses[type(model).__name__] = log_loss(y_test, fitted.predict_proba(x_test), labels=fitted.classes_)
    best = min(losses, key=losses.get)
    print(best, round(losses[best], 5))


if __name__ == "__main__":
    main()
