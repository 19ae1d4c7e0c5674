using System.Globalization;
using Experiments.Analysis;
using Experiments.Config;

namespace Commands.Screen;

/// <summary>Numbers as tables for people show them; nothing where there is none.</summary>
internal static class Cells
{
    public static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);

    public static string Tick(double? tick) => tick?.ToString("0.#", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A share in per cent.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "" : (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    public static string Percents(Interval interval) =>
        double.IsNaN(interval.Low) ? "" : $"({Percent(interval.Low)} to {Percent(interval.High)})";

    /// <summary>A share in per cent with its interval.</summary>
    public static string Percent(Estimate share) => $"{Percent(share.Value)} {Percents(share.Interval)}".TrimEnd();

    /// <summary>A difference of shares in percentage points.</summary>
    public static string Points(double share) => double.IsNaN(share) ? "" : (100 * share).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    public static string Points(Estimate difference) => double.IsNaN(difference.Interval.Low)
        ? Points(difference.Value)
        : $"{Points(difference.Value)} ({Points(difference.Interval.Low)} to {Points(difference.Interval.High)})";

    /// <summary>A response's value with its interval: a share in per cent.</summary>
    public static string Value(Response response, Estimate estimate) => response.IsShare ? Percent(estimate) : Number(estimate);

    /// <summary>A response's difference with its interval: of shares in percentage points.</summary>
    public static string Change(Response response, Estimate difference) => response.IsShare ? Points(difference) : Number(difference);

    public static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("G5", CultureInfo.InvariantCulture);

    public static string Numbers(Interval interval) =>
        double.IsNaN(interval.Low) ? "" : $"{Number(interval.Low)} to {Number(interval.High)}";

    /// <summary>An estimate with its interval.</summary>
    public static string Number(Estimate estimate)
    {
        var (low, high) = (estimate.Interval.Low, estimate.Interval.High);
        if (double.IsNaN(low))
            return Number(estimate.Value);
        // What is 0 but for rounding is 0 to a reader.
        var least = 1e-12 * Math.Max(Math.Abs(low), Math.Abs(high));
        double Shown(double value) => Math.Abs(value) < least ? 0 : value;
        return $"{Number(Shown(estimate.Value))} ({Numbers(new Interval(Shown(low), Shown(high)))})";
    }

    /// <summary>An index with its interval, to three decimals.</summary>
    public static string Index(Estimate index)
    {
        static string Text(double value) => double.IsNaN(value) ? "" : value.ToString("0.000", CultureInfo.InvariantCulture);
        return double.IsNaN(index.Interval.Low) ? Text(index.Value) : $"{Text(index.Value)} ({Text(index.Interval.Low)} to {Text(index.Interval.High)})";
    }
}
