using System.Diagnostics;
using System.Globalization;

namespace Agents.Benchmarks.Classics;

/// <summary>A classic at one size: how each contestant runs it.</summary>
internal abstract class Classic
{
    /// <summary>What the table's column is called.</summary>
    public abstract string Size { get; }

    public abstract int Agents { get; }

    public abstract int Steps { get; }

    /// <summary>What a run shows at its end, and by how much two contestants' means may differ at any rate.</summary>
    public abstract (string Name, double Tolerance)[] Measures { get; }

    /// <summary>What the C++ program wants to know of the model.</summary>
    public abstract string[] Arguments { get; }

    /// <summary>The framework's model.</summary>
    public abstract Model NewModel(Seed seed);

    /// <summary>Notes what is measured in every step.</summary>
    public virtual void Watch(Model model)
    {
    }

    /// <summary>End state and measures of the framework's model.</summary>
    public abstract (ulong Hash, double[] Measures) End(Model model);

    /// <summary>The simplest C#: returns what makes a step, and what measures at the end.</summary>
    public abstract (Action Step, Func<double[]> Measure) NewSimple(int seed);

    /// <summary>One run of the framework's model.</summary>
    public Turn RunModel(int replication, bool usesBlockForms)
    {
        var model = NewModel(Seed.Of(1, replication));
        model.UsesBlockForms = usesBlockForms;
        var start = Stopwatch.GetTimestamp();
        for (var step = 0; step < Steps; step++)
        {
            model.Advance();
            Watch(model);
        }
        var nanoseconds = NanosecondsSince(start);
        var (hash, measures) = End(model);
        return new Turn(replication, nanoseconds, hash, measures);
    }

    /// <summary>One run of the simplest C#.</summary>
    public Turn RunSimple(int seed)
    {
        var (step, measure) = NewSimple(seed);
        var start = Stopwatch.GetTimestamp();
        for (var made = 0; made < Steps; made++)
            step();
        return new Turn(seed, NanosecondsSince(start), 0, measure());
    }

    /// <summary>Some runs of the C++ program.</summary>
    public IReadOnlyList<Turn> RunReference(Reference reference, string program, string form, int first, double seconds) =>
        [.. reference.Run(program, [.. Arguments, first.ToString(CultureInfo.InvariantCulture), seconds.ToString(CultureInfo.InvariantCulture), form]).Select(Turn.Parse)];

    private double NanosecondsSince(long start) => Stopwatch.GetElapsedTime(start).TotalNanoseconds / Agents / Steps;
}
