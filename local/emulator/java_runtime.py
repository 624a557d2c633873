"""MiniStack, taught to run Java functions without Docker.

MiniStack runs functions of the `provided.*` runtimes as processes of this machine, from their real zips and over the real Runtime API, but asks Docker
for `java*`. Here a `java*` function goes the same way: its zip is unpacked once, a `bootstrap` is put beside it that starts the real runtime interface
client on the JDK, and one process serves one call at a time and stays warm, as on AWS.

Environment: EMULATOR_JAVA_HOME (a JDK of at least the function's version), EMULATOR_RIC (a folder with the runtime interface client's jars and its
native library). The versions of MiniStack that this fits stand in requirements.txt: it reaches into what is not its public interface, and says so
where that has moved.
"""

import os
import sys

from ministack.core import iam_evaluator, lambda_runtime
from ministack.services import lambda_svc, stepfunctions

# As AWS starts Java: heap from the function's memory, serial collector, first compiler only; the zip's lib/ is on the library path.
BOOTSTRAP = """#!/bin/sh
export LD_LIBRARY_PATH="$LAMBDA_TASK_ROOT/lib:$LAMBDA_TASK_ROOT" AWS_EXECUTION_ENV="AWS_Lambda_java25"
exec "$EMULATOR_JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Xmx$((AWS_LAMBDA_FUNCTION_MEMORY_SIZE * 85 / 100))m" \\
    --enable-native-access=ALL-UNNAMED "-Djava.library.path=$LAMBDA_TASK_ROOT/lib" \\
    "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=$EMULATOR_RIC/libaws-lambda-jni.so" \\
    -cp "$EMULATOR_RIC/*" com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$_HANDLER"
"""


# MiniStack does not say which partition of a table a call is about: what a role may do in one it may do in all here.
PARTITIONS = ["run#x", "runs", "claim#x", "model#x", "register#x", "approval#x"]


def is_java(config):
    return str(config.get("Runtime", "")).startswith("java")


def run_java_as_processes():
    unpack = lambda_svc._provided_runtime_code_dir

    def unpack_with_bootstrap(code_zip):
        folder = unpack(code_zip)
        bootstrap = os.path.join(folder, "bootstrap")
        if not os.path.exists(bootstrap):
            with open(bootstrap, "w", encoding="utf-8") as file:
                file.write(BOOTSTRAP)
            os.chmod(bootstrap, 0o755)
        return folder

    worker_class_of = lambda_runtime._worker_class_for
    in_docker = lambda_svc._execute_function_docker

    def worker_class(config):
        return lambda_runtime.ProvidedWorker if is_java(config) else worker_class_of(config)

    def execute(function, event, request_id):
        if is_java(function.get("config") or function):
            return lambda_svc._execute_function_provided_warm(function, event, request_id)
        return in_docker(function, event, request_id)

    lambda_svc._provided_runtime_code_dir = unpack_with_bootstrap
    lambda_runtime._worker_class_for = worker_class
    lambda_svc._execute_function_docker = execute


def report_throttling_as_step_functions_does():
    """MiniStack 1.5.33 hands a throttled call to the state machine as an error of no name, which nothing retries."""
    throttled = lambda_svc._throttle_response

    def named(*args, **kwargs):
        answer = throttled(*args, **kwargs)
        answer["body"]["errorType"] = "Lambda.TooManyRequestsException"
        answer["body"]["errorMessage"] = answer["body"]["message"]
        return answer

    lambda_svc._throttle_response = named


def wait_for_answers_without_limit():
    """MiniStack 1.5.33 takes the TimeoutSeconds of a task that waits for its token as it stands, and fails on an expression."""
    invoke = stepfunctions._invoke_with_callback

    def unlimited(resource, arguments, token, state):
        if isinstance(state.get("TimeoutSeconds"), str):
            state = {name: value for name, value in state.items() if name != "TimeoutSeconds"}
        return invoke(resource, arguments, token, state)

    stepfunctions._invoke_with_callback = unlimited


def evaluate_output_of_succeed():
    """MiniStack 1.5.33 leaves the JSONata Output of a Succeed state as it stands."""
    output_of = stepfunctions._apply_output_path

    def output(state, data, context=None):
        if state.get("Type") == "Succeed" and stepfunctions._state_query_language(state, context) == "JSONata":
            return stepfunctions._apply_jsonata_output(state, data, context, default=data)
        return output_of(state, data, context)

    stepfunctions._apply_output_path = output


def hold_functions_to_their_roles():
    """With AUTH=true MiniStack evaluates IAM for everybody; here only what our roles may not do is denied, and each denial is logged.

    What deploys is let through: the command line of the CDK meets resource policies there that AWS does not have.
    """
    enforce = iam_evaluator.enforce

    def for_our_roles(access_key, action, service, region, resource_arn="*", service_context=None):
        # Nor which machine a task token belongs to.
        resources = list(stepfunctions._state_machines) if action.startswith("states:SendTask") else [resource_arn]
        for resource in resources:
            for key in PARTITIONS if service == "dynamodb" else [None]:
                known = dict(service_context or {}, **({"dynamodb:LeadingKeys": [key]} if key else {}))
                denied = enforce(access_key, action, service, region, resource, known)
                if denied is None:
                    return None
        principal = getattr(denied, "principal_arn", "")
        if "/signalbox-" not in principal:
            return None
        print(f"DENIED {principal} {action} {resource_arn} {service_context or ''}", flush=True)
        return denied

    iam_evaluator.enforce = for_our_roles
    context = iam_evaluator.EvalContext
    # Plain HTTP within this machine stands for TLS, without which our policies deny everything.
    iam_evaluator.EvalContext = lambda **members: context(**{**members, "secure_transport": True})


def main():
    try:
        hold_functions_to_their_roles()
        run_java_as_processes()
        report_throttling_as_step_functions_does()
        wait_for_answers_without_limit()
        evaluate_output_of_succeed()
    except AttributeError as moved:
        sys.exit(f"This MiniStack is not the one in requirements.txt: {moved}. Install that one.")
    from ministack.app import main as serve

    return serve()


if __name__ == "__main__":
    sys.exit(main())
