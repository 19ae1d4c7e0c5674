using System.Globalization;
using Experiments.Calibration;
using Experiments.Config;

namespace Commands.Screen;

/// <summary>The tables at the end of a calibration.</summary>
internal static class CalibrationTable
{
    /// <summary>Contraction below which a parameter is not fixed by the targets.</summary>
    private const double Fixed = 0.5;

    /// <summary>One generation in a line.</summary>
    public static string Line(Generation generation)
    {
        var tolerance = double.IsInfinity(generation.Tolerance) ? "drawn from the prior" : $"within {Number(generation.Tolerance)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"generation {generation.Number}: {generation.Particles.Count} of {generation.Proposals} proposals {tolerance}, effective sample {generation.EffectiveSampleSize:0}, median distance {Number(Median(generation))}{(generation.Incomplete > 0 ? $", in {generation.Incomplete} of them some statistic is missing" : "")}");
    }

    public static void Write(Study study, CalibrationResult result, Terminal terminal)
    {
        var (last, plan) = (result.Posterior!, study.Calibration!);
        var proposals = result.Search?.Generations.Sum(generation => generation.Proposals) ?? last.Proposals;
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{study.Name} ({study.Model.Name}): {last.Particles.Count} particles of {proposals} proposals, {plan.Replications} runs each in every scenario; {(result.Search is { } search ? End(search) : Line(last.EffectiveSampleSize))}"));
        Grid.Write(terminal, "Posterior", ["parameter", ">prior mean (sd)", ">mean (sd)", ">95 % of the weight", ">contraction"],
            result.Parameters.Select(one => (string[])
            [
                one.Key, $"{Number(one.PriorMean)} ({Number(one.PriorDeviation)})", $"{Number(one.Mean)} ({Number(one.Deviation)})",
                $"{Number(one.Quantiles[0])} to {Number(one.Quantiles[^1])}", one.Contraction.ToString("0.00", CultureInfo.InvariantCulture),
            ]));
        if (result.Guided is { } guided)
            SurrogateTable.Write(guided.Rounds[^1], terminal);
        Grid.Write(terminal, $"Fit of {plan.Predictive} draws from the posterior, run anew with other random numbers", ["target", ">value", ">tolerated", ">mean", ">95 % of the draws", "verdict"],
            result.Fits.Select(fit => (string[])
            [
                fit.Target.Name, Number(fit.Target.Value), $"{Number(fit.Target.Low)} to {Number(fit.Target.High)}", Number(fit.PredictiveMean),
                $"{Number(fit.PredictiveInterval.Low)} to {Number(fit.PredictiveInterval.High)}", fit.IsInside ? "inside" : "missed",
            ]));
        foreach (var fit in result.Fits.Where(fit => fit.Missing + fit.PosteriorMissing > 0))
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fit.Target.Name}: in {fit.PosteriorMissing} of {last.Particles.Count} particles and {fit.Missing} of {plan.Predictive} draws it could not be computed; they are in no mean."));
        if (result.Guided is null)
            terminal.Out.WriteLine("Distance: root mean square over targets of (statistic - value) / tolerance.");
        terminal.Out.WriteLine("Contraction: 1 - posterior / prior variance. Verdict: whether the mean is tolerated.");
        var loose = result.Parameters.Where(one => one.Contraction < Fixed).Select(one => one.Key).ToList();
        if (loose.Count > 0)
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Not fixed by the targets (contraction below {Fixed:0.0}): {string.Join(", ", loose)}."));
    }

    /// <summary>The fit of the values that the config itself has.</summary>
    public static void WriteConfigured(Study study, IReadOnlyList<ConfiguredFit> fits, Terminal terminal)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Fit of the values of {study.Name} ({study.Model.Name}), {study.Replications} replications");
        Grid.Write(terminal, title, ["target", ">value", ">tolerated", ">statistic", ">95 % interval", "verdict"],
            fits.Select(fit => (string[])
            [
                fit.Target.Name, Number(fit.Target.Value), $"{Number(fit.Target.Low)} to {Number(fit.Target.High)}", Number(fit.Statistic),
                $"{Number(fit.Interval.Low)} to {Number(fit.Interval.High)}", fit.IsInside ? "inside" : "missed",
            ]));
        terminal.Out.WriteLine("Verdict: whether the statistic is tolerated. Interval: percentile bootstrap over replications.");
    }

    private static string Line(double effective) => string.Create(CultureInfo.InvariantCulture, $"effective sample {effective:0}");

    private static string End(AbcResult search)
    {
        var tolerance = $"distance at most {Number(search.Generations[^1].Particles.Max(particle => particle.Evaluation.Nearness).Distance)}";
        return search.End switch
        {
            AbcEnd.LastGeneration => $"{tolerance} after the last generation",
            AbcEnd.LowAcceptance => $"{tolerance}; at {Number(search.TriedTolerance ?? double.NaN)} too few proposals were accepted",
            AbcEnd.Stalled => $"{tolerance}; the distances do not get smaller",
            _ => tolerance,
        };
    }

    private static double Median(Generation generation)
    {
        var distances = generation.Particles.Select(particle => particle.Evaluation.Nearness).Order().ToList();
        return distances[distances.Count / 2].Distance;
    }

    private static string Number(double value) => double.IsNaN(value) ? "" : double.IsInfinity(value) ? "not known" : value.ToString("G4", CultureInfo.InvariantCulture);
}
