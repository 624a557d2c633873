package dev.signalbox.asl.validate;

/// Checks what a Task calls.
final class ResourceCheck {
    private ResourceCheck() {}

    static void check(Place resource, Findings findings) {
        if (!resource.present()) {
            return;
        }
        String text = resource.text();
        if (text.startsWith("{%")) {
            findings.error(
                    FindingCode.INVALID_RESOURCE,
                    resource,
                    "The Resource cannot be an expression; write the ARN of what the task calls");
        } else if (!text.startsWith("arn:") && !text.contains("${")) {
            findings.error(
                    FindingCode.INVALID_RESOURCE,
                    resource,
                    Values.expected("an ARN, such as \"arn:aws:states:::lambda:invoke\"", resource.json()));
        }
    }
}
