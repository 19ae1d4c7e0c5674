using System.Globalization;
using Agents;
using CsvHelper;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;

namespace Experiments.Calibration;

/// <summary>What a calibration that is over has left in its directory.</summary>
/// <param name="Directory">The directory.</param>
/// <param name="Study">Its study.</param>
/// <param name="Plan">What was sought.</param>
/// <param name="Weights">The particles' weights.</param>
/// <param name="Values">Each particle's values: parameters, booleans as 0 and 1 and choices by number, then the statistics of the targets, NaN where one is missing.</param>
/// <param name="Predictive">Each target's mean and interval over the draws that were run anew.</param>
internal sealed record FinishedCalibration(
    string Directory, Study Study, CalibrationPlan Plan, IReadOnlyList<double> Weights, IReadOnlyList<double[]> Values, IReadOnlyList<Estimate> Predictive)
{
    /// <summary>Reads a directory.</summary>
    /// <exception cref="StorageException">It holds no calibration that is over.</exception>
    /// <exception cref="ConfigException">Its config cannot be read any more.</exception>
    public static FinishedCalibration Read(string directory, IReadOnlyList<ModelDefinition> models)
    {
        var config = Path.Combine(directory, ResultDirectory.ConfigName);
        if (!File.Exists(Path.Combine(directory, CalibrationDirectory.StateName)) || !File.Exists(config))
            throw StorageException.BadDirectory($"{directory} holds no calibration.");
        ResultFile.PathOf(directory, ResultDirectory.ConfigName);
        RequireTables(directory, config);
        var study = StudyLoader.Load(config, models, Overrides.None);
        if (study.Calibration is not { } plan || !File.Exists(Path.Combine(directory, CalibrationTables.Posterior)) || !File.Exists(Path.Combine(directory, CalibrationTables.Fit)))
            throw StorageException.BadDirectory($"The calibration in {directory} is not over: abm calibrate {config} --out {directory} goes on with it.");
        try
        {
            var (weights, values) = (new List<double>(), new List<double[]>());
            using var posterior = ResultFile.Open(directory, CalibrationTables.Posterior);
            using var csv = Csv.Reader(posterior);
            while (csv.Read())
            {
                weights.Add(csv.Parse<double>(1));
                var statistics = 2 + plan.Factors.Count + 1;
                values.Add([.. plan.Factors.Select((factor, k) => Number(factor, csv.GetString(2 + k))), .. plan.Targets.Select((_, i) => Number(csv.GetString(statistics + i)))]);
            }
            var fits = ReadFit(directory);
            return fits.Count == plan.Targets.Count && values.Count > 0
                ? new FinishedCalibration(directory, study, plan, weights, values, fits)
                : throw new FormatException("A table is not complete.");
        }
        catch (Exception exception) when (exception is FormatException or CsvFormatException or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw StorageException.BadDirectory($"The tables in {directory} are not those of its config: abm calibrate {config} --out {directory} writes them again.", exception);
        }
    }

    /// <summary>Refuses tables that a hand has changed, and a config that is not theirs any more.</summary>
    private static void RequireTables(string directory, string config)
    {
        var (state, loss) = CalibrationDirectory.Look(directory);
        if (state is null)
            throw StorageException.BadDirectory($"{CalibrationDirectory.StateName} in {directory} {loss}: abm calibrate {config} --out {directory} writes it again.");
        var found = state.Files.Select(file => StoredStudy.DamageOf(directory, file, isThorough: true)).OfType<Damage>().ToList();
        if (state.Status != Manifest.Complete || state.Files.Count == 0 || found.Exists(damage => damage.IsMissing && !damage.IsOfSource))
            throw StorageException.BadDirectory($"The calibration in {directory} is not over: abm calibrate {config} --out {directory} goes on with it.");
        if (found is [var damage, ..])
        {
            var made = damage.IsOfSource ? "run abm calibrate with the config that it was made from and" : $"abm calibrate {config}";
            throw StorageException.BadDirectory($"{Path.Combine(directory, damage.Words)}: {made} --out {directory} writes it again.");
        }
    }

    private static List<Estimate> ReadFit(string directory)
    {
        var fits = new List<Estimate>();
        using var stream = ResultFile.Open(directory, CalibrationTables.Fit);
        using var csv = Csv.Reader(stream);
        while (csv.Read())
        {
            var (mean, low, high) = (csv.Headers.ToList().IndexOf("predictive_mean"), csv.Headers.ToList().IndexOf("predictive_q025"), csv.Headers.ToList().IndexOf("predictive_q975"));
            fits.Add(new Estimate(Number(csv.GetString(mean)), new Interval(Number(csv.GetString(low)), Number(csv.GetString(high)))));
        }
        return fits;
    }

    private static double Number(DesignFactor factor, string cell) => factor switch
    {
        { IsNumber: true } => Number(cell),
        _ when cell is "TRUE" or "FALSE" => cell == "TRUE" ? 1 : 0,
        _ => factor.Parameter!.Choices.ToList().IndexOf(cell),
    };

    private static double Number(string cell) => cell.Length == 0 ? double.NaN : double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
}
