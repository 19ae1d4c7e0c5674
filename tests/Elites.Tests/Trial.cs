using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Elites.Populations;

namespace Elites.Tests;

/// <summary>A run as the tests see it: a row of all model reporters for each tick, from 0, and the model at its end.</summary>
internal sealed class Trial
{
    private readonly List<double[]> rows = [];

    private Trial(ElitesModel model) => Model = model;

    public ElitesModel Model { get; }

    public IReadOnlyList<double[]> Rows => rows;

    public IEnumerable<string> EventNames => Model.Events.All.Select(happening => happening.Name);

    /// <summary>A model in its initial state.</summary>
    public static ElitesModel Make(int agents = 1_000, int seed = 1, Action<ElitesParameters>? set = null)
    {
        var parameters = new ElitesParameters();
        parameters.Population.Agents = agents;
        set?.Invoke(parameters);
        Assert.That(parameters.Complaint(), Is.Null);
        return new ElitesModel(parameters, Seed.Of(seed));
    }

    /// <summary>A run to the leader's removal or the horizon.</summary>
    /// <param name="agents">N.</param>
    /// <param name="ticks">The horizon.</param>
    /// <param name="seed">The key of all draws.</param>
    /// <param name="set">Parameters from the start.</param>
    /// <param name="settleAt">The row after which a settlement is announced, or null.</param>
    /// <param name="terms">The terms of that settlement.</param>
    /// <param name="threads">Threads for the blocks of a rule.</param>
    /// <param name="usesBlockForms">Whether block forms run.</param>
    /// <param name="intervene">What is done to the parameters at the start of the step from each row on.</param>
    public static Trial Run(
        int agents, int ticks, int seed = 1, Action<ElitesParameters>? set = null, int? settleAt = null, double terms = 0.5, int threads = 1, bool usesBlockForms = true, Action<ElitesParameters, int>? intervene = null)
    {
        using var workers = new Workers(threads);
        var trial = new Trial(Make(agents, seed, set));
        trial.Model.Workers = threads > 1 ? workers : null;
        trial.Model.UsesBlockForms = usesBlockForms;
        trial.Collect();
        while (trial.Model.Tick < ticks && !trial.Model.IsFinished)
        {
            if (trial.Model.Tick == settleAt)
                trial.Model.Parameters.Settlement.Terms = terms;
            intervene?.Invoke(trial.Model.Parameters, trial.Model.Tick);
            trial.Advance();
        }
        trial.Model.Workers = null;
        return trial;
    }

    /// <summary>A run that the caller advances.</summary>
    public static Trial Begin(ElitesModel model)
    {
        var trial = new Trial(model);
        trial.Collect();
        return trial;
    }

    public void Advance()
    {
        Model.Advance();
        Collect();
    }

    /// <summary>The values of one reporter, by tick.</summary>
    public double[] Series(string reporter)
    {
        var index = IndexOf(reporter);
        return [.. rows.Select(row => row[index])];
    }

    /// <summary>A hash over the bits of all rows, all columns of the last state but scratch, and all events.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
            hash.AppendData(MemoryMarshal.AsBytes<double>(row));
        foreach (var population in Model.Populations)
            Append(hash, population);
        foreach (var (tick, sequence, name, subject, value, details) in Model.Events.All)
        {
            hash.AppendData(MemoryMarshal.AsBytes<int>([tick, sequence]));
            hash.AppendData(MemoryMarshal.AsBytes<double>([value]));
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}|{subject}|{details}"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static int IndexOf(string reporter)
    {
        var reporters = ElitesModel.Definition.ModelReporters;
        for (var i = 0; i < reporters.Count; i++)
        {
            if (reporters[i].Name == reporter)
                return i;
        }
        throw new ArgumentException($"There is no reporter '{reporter}'.", nameof(reporter));
    }

    private static void Append(IncrementalHash hash, Population population)
    {
        foreach (var property in population.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (property.GetValue(population) is Column column && column.GetType().GetGenericTypeDefinition() != typeof(Scratch<>))
                hash.AppendData(BytesOf(column));
        }
    }

    private static ReadOnlySpan<byte> BytesOf(Column column) => column switch
    {
        Column<float> c => MemoryMarshal.AsBytes(c.Values),
        Column<double> c => MemoryMarshal.AsBytes(c.Values),
        Column<int> c => MemoryMarshal.AsBytes(c.Values),
        Column<byte> c => c.Values,
        Column<bool> c => MemoryMarshal.AsBytes(c.Values),
        Column<EliteKind> c => MemoryMarshal.AsBytes(c.Values),
        Column<MassKind> c => MemoryMarshal.AsBytes(c.Values),
        Column<Job> c => MemoryMarshal.AsBytes(c.Values),
        Column<Service> c => MemoryMarshal.AsBytes(c.Values),
        _ => throw new NotSupportedException($"{column.GetType()} is not hashed yet."),
    };

    private void Collect()
    {
        var reporters = ElitesModel.Definition.ModelReporters;
        rows.Add([.. reporters.Select(reporter => reporter.Read(Model))]);
    }
}
