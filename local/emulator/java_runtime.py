"""MiniStack, taught to run Java functions without Docker.

MiniStack runs functions of the `provided.*` runtimes as processes of this machine, from their real zips and over the real Runtime API, but asks Docker
for `java*`. Here a `java*` function goes the same way: its zip is unpacked once, a `bootstrap` is put beside it that starts the real runtime interface
client on the JDK, and one process serves one call at a time and stays warm, as on AWS.

Environment: EMULATOR_JAVA_HOME (a JDK of at least the function's version), EMULATOR_RIC (a folder with the runtime interface client's jars and its
native library), EMULATOR_CALLS (calls of functions that run at a time; others wait their turn, so that twenty runs do not start a hundred JVMs on a
laptop), EMULATOR_FAULTS (a folder; a file there named as a function, with a number in it, has that many calls of it throttled). The versions of MiniStack that this fits stand in requirements.txt: it reaches into what is not its public interface, and says so
where that has moved.
"""

import os
import sys
import threading

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


faults = threading.Lock()


def is_throttled(function_name):
    """Whether this call is one of those that a test wants refused, as AWS refuses calls above an account's concurrency."""
    fault = os.path.join(os.environ.get("EMULATOR_FAULTS", ""), function_name)
    with faults:
        if not os.path.isfile(fault):
            return False
        with open(fault, encoding="utf-8") as file:
            left = int(file.read())
        if left > 0:
            with open(fault, "w", encoding="utf-8") as file:
                file.write(str(left - 1))
    return left > 0


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

    turns = threading.BoundedSemaphore(int(os.environ.get("EMULATOR_CALLS", "4")))

    def execute(function, event, request_id):
        config = function.get("config") or function
        if not is_java(config):
            return in_docker(function, event, request_id)
        if is_throttled(config["FunctionName"]):
            return lambda_svc._throttle_response(reason_code="ConcurrentInvocationLimitExceeded", msg="Rate Exceeded.")
        with turns:
            return lambda_svc._execute_function_provided_warm(function, event, request_id)

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


def tell_functions_who_calls_their_address():
    """MiniStack 1.5.33 checks who calls the address of a function, and does not pass it on."""
    event_of = lambda_svc._build_function_url_event

    def event(url_id, account_id, region, method, path, headers, *args, **kwargs):
        built = event_of(url_id, account_id, region, method, path, headers, *args, **kwargs)
        built["requestContext"]["authorizer"] = {"iam": {"userArn": iam_evaluator.request_caller_arn(headers)}}
        return built

    lambda_svc._build_function_url_event = event


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
        tell_functions_who_calls_their_address()
        evaluate_output_of_succeed()
    except AttributeError as moved:
        sys.exit(f"This MiniStack is not the one in requirements.txt: {moved}. Install that one.")
    from ministack.app import main as serve

    return serve()


if __name__ == "__main__":
    sys.exit(main())
