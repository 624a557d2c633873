package dev.signalbox.registry.chart;

/// SVG text that is written once from front to back. Texts and attributes are escaped; numbers have one
/// decimal.
final class Svg {
    private final StringBuilder text = new StringBuilder(4_096);

    /// Markup as it is.
    Svg raw(String markup) {
        text.append(markup);
        return this;
    }

    /// A text that came from anywhere.
    Svg text(String any) {
        for (int i = 0; i < any.length(); i++) {
            escape(any.charAt(i));
        }
        return this;
    }

    /// A coordinate.
    Svg number(double value) {
        long tenths = Math.round((Double.isFinite(value) ? value : 0) * 10);
        if (tenths < 0) {
            text.append('-');
        }
        text.append(Math.abs(tenths) / 10);
        if (tenths % 10 != 0) {
            text.append('.').append(Math.abs(tenths) % 10);
        }
        return this;
    }

    /// ` name="12.5"`.
    Svg attribute(String name, double value) {
        return raw(" ").raw(name).raw("=\"").number(value).raw("\"");
    }

    /// ` name="text"`.
    Svg attribute(String name, String value) {
        return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void escape(char c) {
        switch (c) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            case '"' -> text.append("&quot;");
            default -> text.append(c < ' ' || c == 0xFFFE || c == 0xFFFF ? ' ' : c);
        }
    }
}
