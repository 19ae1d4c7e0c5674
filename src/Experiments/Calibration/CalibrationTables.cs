using System.Globalization;
using Experiments.Calibration.Guided;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Calibration;

/// <summary>The files that a calibration ends with.</summary>
internal static class CalibrationTables
{
    public const string Posterior = "posterior.csv";

    public const string Design = "posterior_design.csv";

    public const string Summary = "posterior_summary.csv";

    public const string Fit = "fit.csv";

    public const string Generations = "generations.csv";

    public const string Surrogate = "surrogate.csv";

    /// <summary>A number as tables write it; nothing where there is none.</summary>
    public static string Cell(double value) => double.IsFinite(value) ? (value + 0.0).ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>Writes a table under a temporary name and moves it into place.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public static StoredFile Write(string path, IEnumerable<string> headers, IEnumerable<IReadOnlyList<string>> rows, bool isShared = false) =>
        WriteFile(path, Bytes(headers, rows), isShared);

    /// <summary>A table as its file has it.</summary>
    public static byte[] Bytes(IEnumerable<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        using (var csv = Csv.Writer(stream))
        {
            foreach (var row in rows.Prepend([.. headers]))
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.EndRecord();
            }
        }
        return stream.ToArray();
    }

    /// <summary>Writes a file under a temporary name and moves it into place.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public static StoredFile WriteFile(string path, ReadOnlySpan<byte> content, bool isShared = false) =>
        TableFile.Write(Path.GetDirectoryName(path)!, Path.GetFileName(path), content, isShared);

    /// <summary>One row a particle of the posterior sample.</summary>
    public static StoredFile WritePosterior(string directory, CalibrationPlan plan, Generation last) => Write(
        Path.Combine(directory, Posterior),
        ["particle", "weight", .. plan.Factors.Select(factor => factor.Key), "distance", .. plan.Targets.Select(target => target.Name)],
        last.Particles.Select((particle, i) => (IReadOnlyList<string>)
        [
            (i + 1).ToString(CultureInfo.InvariantCulture),
            Cell(particle.Weight),
            .. FactorCells(plan, plan.CellsOf(particle.Position)),
            Cell(particle.Evaluation.Distance),
            .. particle.Evaluation.Statistics.Select(Cell),
        ]));

    /// <summary>One row a draw from the posterior, all of the same weight: a list of design rows.</summary>
    public static StoredFile WriteDesign(string directory, CalibrationPlan plan, IReadOnlyList<double[]> positions) => Write(
        Path.Combine(directory, Design),
        plan.Factors.Select(factor => factor.Key),
        positions.Select(position => FactorCells(plan, plan.CellsOf(position))));

    /// <summary>One row a parameter.</summary>
    public static StoredFile WriteSummary(string directory, IReadOnlyList<PosteriorParameter> parameters) => Write(
        Path.Combine(directory, Summary),
        ["parameter", "prior_mean", "prior_sd", "mean", "sd", "q025", "q250", "q500", "q750", "q975", "contraction", "nearest"],
        parameters.Select(one => (IReadOnlyList<string>)
        [
            one.Key, Cell(one.PriorMean), Cell(one.PriorDeviation), Cell(one.Mean), Cell(one.Deviation), .. one.Quantiles.Select(Cell), Cell(one.Contraction), Cell(one.Nearest),
        ]));

    /// <summary>One row a target.</summary>
    public static StoredFile WriteFit(string directory, IReadOnlyList<TargetFit> fits) => Write(
        Path.Combine(directory, Fit),
        ["target", "value", "low", "high", "posterior_mean", "posterior_missing", "predictive_mean", "predictive_q025", "predictive_q975", "predictive_missing", "verdict"],
        fits.Select(fit => (IReadOnlyList<string>)
        [
            fit.Target.Name, Cell(fit.Target.Value), Cell(fit.Target.Low), Cell(fit.Target.High), Cell(fit.PosteriorMean),
            fit.PosteriorMissing.ToString(CultureInfo.InvariantCulture), Cell(fit.PredictiveMean),
            Cell(fit.PredictiveInterval.Low), Cell(fit.PredictiveInterval.High), fit.Missing.ToString(CultureInfo.InvariantCulture), fit.IsInside ? "inside" : "missed",
        ]));

    /// <summary>One row a target, for the values of the config itself.</summary>
    public static void WriteConfigured(string directory, IReadOnlyList<ConfiguredFit> fits) => Write(
        Path.Combine(directory, Fit),
        ["target", "value", "low", "high", "statistic", "statistic_q025", "statistic_q975", "verdict"],
        fits.Select(fit => (IReadOnlyList<string>)
        [
            fit.Target.Name, Cell(fit.Target.Value), Cell(fit.Target.Low), Cell(fit.Target.High), Cell(fit.Statistic),
            Cell(fit.Interval.Low), Cell(fit.Interval.High), fit.IsInside ? "inside" : "missed",
        ]));

    /// <summary>One row a generation.</summary>
    public static StoredFile WriteGenerations(string directory, IReadOnlyList<Generation> generations) => Write(
        Path.Combine(directory, Generations),
        ["generation", "tolerance", "proposals", "accepted", "incomplete", "effective_sample_size"],
        generations.Select(generation => (IReadOnlyList<string>)
        [
            generation.Number.ToString(CultureInfo.InvariantCulture), Cell(generation.Tolerance), generation.Proposals.ToString(CultureInfo.InvariantCulture),
            generation.Particles.Count.ToString(CultureInfo.InvariantCulture), generation.Incomplete.ToString(CultureInfo.InvariantCulture), Cell(generation.EffectiveSampleSize),
        ]));

    /// <summary>One row a round and side: how the surrogate did on proposals that it had not seen.</summary>
    public static StoredFile WriteSurrogate(string directory, IReadOnlyList<GuidedRound> rounds) => Write(
        Path.Combine(directory, Surrogate),
        ["round", "proposals", "side", "link", "seen", "counted", "predicted", "bias", "spread", "misfit"],
        rounds.SelectMany(round => round.Checks.Select(check => (IReadOnlyList<string>)
        [
            round.Number.ToString(CultureInfo.InvariantCulture), round.Total.ToString(CultureInfo.InvariantCulture), check.Side.Name, SnakeCase.Of(check.Side.Link.ToString()),
            check.Proposals.ToString(CultureInfo.InvariantCulture), Cell(check.Counted), Cell(check.Predicted), Cell(check.Bias), Cell(check.Spread), Cell(check.Misfit),
        ])));

    private static List<string> FactorCells(CalibrationPlan plan, double[] cells) => [.. plan.Factors.Select((factor, k) => factor.FormatCell(cells[k]))];
}
