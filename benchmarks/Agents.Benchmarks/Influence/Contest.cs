using System.Diagnostics;
using System.Globalization;
using Classics;

namespace Agents.Benchmarks.Influence;

/// <summary>
/// W1 in one run: the C++ reference, the simplest C# and the framework take turns, round after round, so that whatever
/// else the machine does meets all of them.
/// </summary>
internal sealed class Contest : IDisposable
{
    public const string Naive = "C++ naive";
    public const string Best = "C++ best";
    public const string Simple = "C# simple";
    public const string Scalar = "framework, scalar";
    public const string OneThread = "framework, 1 thread";
    public const string TwoThreads = "framework, 2 threads";

    private const int Ticks = 100;

    private static readonly string[] PullForms = ["bytes", "gather", "bits"];

    private readonly Reference? reference;
    private readonly Workers two = new(2);
    private readonly string folder = Directory.CreateTempSubdirectory("w1-").FullName;

    public Contest(Reference? reference) => this.reference = reference;

    public void Dispose()
    {
        two.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>All contestants at one size.</summary>
    /// <param name="agents">N.</param>
    /// <param name="rounds">Turns of each.</param>
    /// <param name="seconds">Least time of one turn; the turn's figure is the median of its runs.</param>
    /// <exception cref="InvalidOperationException">Two contestants ended with different bits.</exception>
    public Standing Run(int agents, int rounds, double seconds)
    {
        var initial = Society.Of(NewModel(agents), Ticks);
        var input = Path.Combine(folder, "society");
        initial.Save(input);
        var standing = new Standing(agents);
        for (var round = 0; round < rounds; round++)
        {
            RunReference(standing, input, seconds);
            standing.Add(Simple, Repeat(seconds, () => RunSimple(initial)));
            standing.Add(Scalar, Repeat(seconds, () => RunModel(Scalar, agents, null, usesBlockForms: false, standing)));
            standing.Add(OneThread, Repeat(seconds, () => RunModel(OneThread, agents, null, usesBlockForms: true, standing)));
            standing.Add(TwoThreads, Repeat(seconds, () => RunModel(TwoThreads, agents, two, usesBlockForms: true, standing)));
        }
        return standing;
    }

    private static InfluenceKernel NewModel(int agents) => new(new InfluenceKernel.Parameters { Agents = agents }, Seed.Of(1));

    private void RunReference(Standing standing, string input, double seconds)
    {
        if (reference is null)
            return;
        // Forms that this processor cannot run are missing in what it prints.
        var lines = reference.Run("w1", [input, seconds.ToString(CultureInfo.InvariantCulture), "naive", .. PullForms]);
        foreach (var form in lines.Select(Measurement.Parse).GroupBy(run => run.Form, run => run.Measurement))
            standing.Add(form.Key == "naive" ? Naive : $"{Best}: {form.Key}", Middle([.. form]));
    }

    private static Measurement Repeat(double seconds, Func<Measurement> run)
    {
        var clock = Stopwatch.StartNew();
        var runs = new List<Measurement>();
        do
            runs.Add(run());
        while (clock.Elapsed.TotalSeconds < seconds);
        return Middle(runs);
    }

    private static Measurement Middle(List<Measurement> runs)
    {
        if (runs.Exists(run => run.Hash != runs[0].Hash))
            throw new InvalidOperationException("One contestant ended with different bits from run to run.");
        return runs[0] with { Nanoseconds = Statistics.Median(runs.Select(run => run.Nanoseconds)) };
    }

    private static Measurement RunSimple(Society initial)
    {
        var people = initial.Copy();
        var start = Stopwatch.GetTimestamp();
        SimpleLoop.Run(people);
        return new Measurement(NanosecondsSince(start, people.Count), people.Hash());
    }

    private static Measurement RunModel(string contestant, int agents, Workers? workers, bool usesBlockForms, Standing standing)
    {
        var model = NewModel(agents);
        (model.Workers, model.UsesBlockForms) = (workers, usesBlockForms);
        var start = Stopwatch.GetTimestamp();
        model.Advance();
        model.Advance();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (var tick = 2; tick < Ticks; tick++)
            model.Advance();
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var nanoseconds = NanosecondsSince(start, agents);
        standing.AddBytes(contestant, allocated / (double)(Ticks - 2));
        return new Measurement(nanoseconds, Society.Hash(model));
    }

    private static double NanosecondsSince(long start, int agents) =>
        Stopwatch.GetElapsedTime(start).TotalNanoseconds / agents / Ticks;
}
