using System.Globalization;
using CsvHelper;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>The rows that tables hold of a run's record.</summary>
internal static class RunRow
{
    /// <summary>Columns of runs.csv that only a run that is done has, measures apart.</summary>
    private const int OutcomeColumns = 5;

    /// <summary>A row of runs.csv.</summary>
    /// <exception cref="InvalidOperationException">An end measure is one that no table can hold.</exception>
    public static void Write(CsvWriter csv, Study study, RunRecord record)
    {
        csv.WriteField(record.RunId, default);
        csv.WriteField(record.DesignId, default);
        csv.WriteField(record.Scenario);
        csv.WriteField(record.Replication, default);
        csv.WriteField(study.Seed, default);
        csv.WriteField(record.StatusWord);
        if (record.IsDone)
        {
            csv.WriteField(record.Outcome.Code);
            csv.WriteField(record.Outcome.Tick, default);
            csv.WriteField(record.Outcome.Censored);
            csv.WriteField(record.Outcome.Cause);
            csv.WriteField(record.LastTick, default);
            for (var i = 0; i < record.EndMeasures.Count; i++)
                Csv.WriteValue(csv, study.ModelMeasures[i].Name, study.ModelMeasures[i].Type, record.EndMeasures[i]);
        }
        else
        {
            for (var i = 0; i < OutcomeColumns + study.ModelMeasures.Count; i++)
                csv.WriteField("");
        }
        csv.EndRecord();
    }

    /// <summary>A row of timings.csv.</summary>
    public static void WriteTiming(CsvWriter csv, RunRecord record)
    {
        csv.WriteField(record.RunId, default);
        csv.WriteField(record.Started.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        csv.WriteField(Math.Round(record.Duration.TotalSeconds, 6), default);
        csv.WriteField(record.Thread, default);
        csv.WriteField(record.BlockThreads, default);
        csv.WriteField(record.Message);
        csv.EndRecord();
    }
}
