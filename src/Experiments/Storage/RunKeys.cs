using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>
/// Names what a run follows from, whatever config, directory or machine it comes from: SHA-256 of model and results
/// version, every parameter, the interventions, ticks, measures and their interval, seed and replication.
/// </summary>
internal sealed class RunKeys(Study study)
{
    private readonly string common = Common(study);

    // Points come again with every replication; their digests take 56 bytes each.
    private readonly byte[]?[] points = new byte[]?[study.DesignPoints.Count];

    /// <summary>The key of a run.</summary>
    /// <param name="runId">From 1.</param>
    public byte[] Of(int runId)
    {
        var index = (runId - 1) % points.Length;
        var (point, replication) = (points[index], (runId - 1) / points.Length + 1);
        if (point is null)
            Volatile.Write(ref points[index], point = DigestOf(study.DesignPoints[index]));
        var seed = study.CommonRandomNumbers
            ? Agents.Seed.Of(study.Seed, replication)
            : study.SeedOf(study.DesignPoints[index], replication);
        return Hash(string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(point)}\nseed {seed.Value}\nreplication {seed.Replication}\n"));
    }

    /// <summary>The runs that a ledger keeps must be runs of this study: its design may have been changed by hand.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="directory">Where it is.</param>
    /// <exception cref="StorageException">One is not.</exception>
    public void Require(Ledger ledger, string directory)
    {
        foreach (var (runId, key) in ledger.Keys())
        {
            if (!key.AsSpan().SequenceEqual(Of(runId)))
            {
                throw StorageException.BadDirectory(string.Create(CultureInfo.InvariantCulture,
                    $"Run {runId} of the ledger in {directory} was made with other parameters than {StudyLoader.ResolvedName} and {StudyLoader.DesignName} give it now: put those files back as they were, or run the changed study in another directory. Where {StudyLoader.DesignName} was changed, remove it, and abm resume {directory} computes it again; where nothing was changed, this machine computes the design otherwise, and abm resume {directory} keeps the one that is stored."));
            }
        }
    }

    private static string Common(Study study) => string.Create(CultureInfo.InvariantCulture,
        $"""
        model {study.Model.Name}
        results {study.Model.ResultsVersion}
        ticks {study.Ticks}
        every {study.Every}
        measures {string.Join(' ', study.ModelMeasures.Select(measure => measure.Name))}
        agents {string.Join(' ', study.AgentMeasures.Select(measure => measure.Name))}
        """);

    private byte[] DigestOf(DesignPoint point)
    {
        var text = new StringBuilder(common).Append('\n');
        foreach (var parameter in study.Catalogue.Parameters)
            text.Append(parameter.Key).Append(' ').Append(parameter.Format(point.Values[parameter.Index])).Append('\n');
        foreach (var line in study.Initial?.Lines ?? [])
            text.Append(line).Append('\n');
        foreach (var series in point.Series)
            text.Append(series.Line).Append('\n');
        foreach (var change in point.Interventions)
        {
            text.Append(CultureInfo.InvariantCulture, $"at {change.At} until {change.Until}");
            foreach (var (index, value) in change.Values)
                text.Append(' ').Append(study.Catalogue.Parameters[index].Key).Append('=').Append(study.Catalogue.Parameters[index].Format(value));
            text.Append('\n');
        }
        return Hash(text.ToString());
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
