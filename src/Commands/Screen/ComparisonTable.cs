using System.Globalization;
using Experiments.Analysis;
using Experiments.Calibration;

namespace Commands.Screen;

/// <summary>Two calibrations side by side.</summary>
internal static class ComparisonTable
{
    public static void Write(CalibrationComparison comparison, string path, Terminal terminal)
    {
        var (seeds, worth) = (comparison.Seeds, comparison.EffectiveSampleSizes);
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"seeds {seeds.First} and {seeds.Second}, effective samples {worth.First:0} and {worth.Second:0}{(seeds.First == seeds.Second ? ": the same seed says nothing of chance" : "")}"));
        Grid.Write(terminal, "Posteriors", ["parameter", ">first mean (sd)", ">second mean (sd)", ">difference in sd", ">R-hat"], comparison.Parameters.Select(one => (string[])
        [
            one.Name, $"{Number(one.FirstMean)} ({Number(one.FirstDeviation)})", $"{Number(one.SecondMean)} ({Number(one.SecondDeviation)})", Fixed(one.Difference), Fixed(one.RHat),
        ]));
        Grid.Write(terminal, "Targets, over draws run anew", ["target", ">first mean", ">95 % of the draws", ">second mean", ">95 % of the draws", ">R-hat of the particles"], comparison.Targets.Select((one, i) => (string[])
        [
            one.Name, .. Cells(comparison.Predictive[i].First), .. Cells(comparison.Predictive[i].Second), Fixed(one.RHat),
        ]));
        terminal.Out.WriteLine(Verdict("parameters", comparison.Parameters));
        terminal.Out.WriteLine(Verdict("targets", comparison.Targets));
        terminal.Error.WriteLine($"Results: {path}");
    }

    private static string Verdict(string what, IReadOnlyList<Agreement> all)
    {
        var odd = all.Where(one => !one.Agrees).Select(one => one.Name).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{all.Count - odd.Count} of {all.Count} {what} agree (R-hat below {Agreement.Limit:0.0}){(odd.Count > 0 ? $"; not {string.Join(", ", odd)}" : "")}.");
    }

    private static string[] Cells(Estimate one) => [Number(one.Value), $"{Number(one.Interval.Low)} to {Number(one.Interval.High)}"];

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Fixed(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "";
}
