package cn.wenzheng.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test with the reason when no browser can be had; with {@code -Dbrowser=required} that is a failure. */
final class NeedsBrowser implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Chromium chromium = Chromium.get();
        if (chromium.browser() != null) {
            return ConditionEvaluationResult.enabled("a browser is there");
        }
        if ("required".equals(System.getProperty("browser"))) {
            throw new IllegalStateException(chromium.reason());
        }
        return ConditionEvaluationResult.disabled(chromium.reason());
    }
}
