package dev.signalbox.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.constructs.Construct;

/// A monthly budget over everything that carries the deployment's tags, where one is wanted.
public final class Cost extends Stack {
    private static final int FORECAST_PERCENT = 100;
    private static final int SPENT_PERCENT = 80;

    /// @param usd a month
    public Cost(Construct scope, Settings settings, double usd) {
        super(
                scope,
                settings.name("cost"),
                StackProps.builder().description("Signalbox: a budget a month").build());
        CfnBudget.Builder.create(this, "Budget")
                .budget(CfnBudget.BudgetDataProperty.builder()
                        .budgetName(settings.name("monthly"))
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(CfnBudget.SpendProperty.builder()
                                .amount(usd)
                                .unit("USD")
                                .build())
                        // The tag must be activated for cost allocation, once an account.
                        .costFilters(Map.of(
                                "TagKeyValue",
                                List.of("user:signalbox$" + settings.stage().id())))
                        .build())
                .notificationsWithSubscribers(List.of(
                        told("ACTUAL", SPENT_PERCENT, settings), told("FORECASTED", FORECAST_PERCENT, settings)))
                .build();
    }

    private static CfnBudget.NotificationWithSubscribersProperty told(String what, int percent, Settings settings) {
        return CfnBudget.NotificationWithSubscribersProperty.builder()
                .notification(CfnBudget.NotificationProperty.builder()
                        .notificationType(what)
                        .comparisonOperator("GREATER_THAN")
                        .threshold(percent)
                        .thresholdType("PERCENTAGE")
                        .build())
                .subscribers(settings.alertEmails().stream()
                        .map(email -> CfnBudget.SubscriberProperty.builder()
                                .subscriptionType("EMAIL")
                                .address(email)
                                .build())
                        .toList())
                .build();
    }
}
