package dev.signalbox.contract.config;

import dev.signalbox.contract.Require;

/// What a language model's tokens cost.
///
/// @param inputUsdPerMillion a million tokens read, 0 to 10,000
/// @param outputUsdPerMillion a million tokens written, 0 to 10,000
public record TokenPrice(double inputUsdPerMillion, double outputUsdPerMillion) {
    private static final double DEAREST = 10_000;
    private static final double MILLION = 1_000_000;

    public TokenPrice {
        Require.inRange(inputUsdPerMillion, 0, DEAREST, "price.inputUsdPerMillion");
        Require.inRange(outputUsdPerMillion, 0, DEAREST, "price.outputUsdPerMillion");
    }

    /// What so many tokens cost, in USD.
    public double costUsd(long tokensIn, long tokensOut) {
        return (tokensIn * inputUsdPerMillion + tokensOut * outputUsdPerMillion) / MILLION;
    }
}
