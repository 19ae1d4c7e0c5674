using System.Globalization;
using Experiments.Calibration.Guided;

namespace Commands.Screen;

/// <summary>What a guided search shows of its surrogate.</summary>
internal static class SurrogateTable
{
    /// <summary>One round in a line: where its surrogate was worst.</summary>
    public static string Line(GuidedRound round)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"round {round.Number}: {round.Proposals} proposals, {round.Total} in all");
        var seen = round.Checks.Where(check => double.IsFinite(check.Bias)).ToList();
        if (seen.Count == 0)
            return start;
        var (bias, spread) = (seen.MaxBy(check => Math.Abs(check.Bias))!, seen.MaxBy(check => check.Spread)!);
        return string.Create(CultureInfo.InvariantCulture, $"{start}; against prediction at worst bias {bias.Bias:0.0} ({bias.Side.Name}), spread {spread.Spread:0.00} ({spread.Side.Name})");
    }

    /// <summary>How the last surrogate did on the particles.</summary>
    public static void Write(GuidedRound round, Terminal terminal)
    {
        Grid.Write(terminal, "Surrogate on the particles, which it had not seen", ["side", ">counted", ">predicted", ">bias", ">spread", ">misfit"],
            round.Checks.Select(check => (string[])
            [
                check.Side.Name, Number(check.Counted, "0"), Number(check.Predicted, "0.0"), Number(check.Bias, "0.0"), Number(check.Spread, "0.00"), Number(check.Misfit, "0.00"),
            ]));
        terminal.Out.WriteLine("Bias: in standard deviations of the prediction. Spread: root mean squared error over the expected one; far above 1 the surrogate is wrong. Misfit: standard deviation of the truth around its curve, in logarithms.");
    }

    private static string Number(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "";
}
