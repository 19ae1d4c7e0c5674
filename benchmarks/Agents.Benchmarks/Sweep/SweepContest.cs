using System.Diagnostics;
using System.Globalization;
using Classics;
using Experiments.Config;
using Experiments.Runs;

namespace Agents.Benchmarks.Sweep;

/// <summary>
/// W5 in one run: the C++ reference, the simplest C# and a study take turns, each warm, and then as processes of their
/// own. Everybody's table is compared with everybody else's.
/// </summary>
internal sealed class SweepContest : IDisposable
{
    public const string Plain = "C++ naive";
    public const string Best = "C++ best";
    public const string Simple = "C# simple";
    public const string Study = "framework, a study";
    public const string PlainProcess = "C++ naive, whole process";
    public const string BestProcess = "C++ best, whole process";
    public const string StudyProcess = "abm run, whole process";

    /// <summary>The mean of some thousand numbers in another order of additions differs by less.</summary>
    private const double RoundingError = 1e-12;

    private static readonly (string Contestant, string Process, string[] Forms)[] References =
        [(Plain, PlainProcess, ["naive"]), (Best, BestProcess, ["bytes", "gather"])];

    private readonly Reference? reference;
    private readonly AbmProgram abm;
    private readonly Study study;
    private readonly string folder = Directory.CreateTempSubdirectory("w5-").FullName;
    private readonly Dictionary<string, List<double>> turns = [];
    private double[][]? table;

    public SweepContest(Session session)
    {
        (reference, abm) = (session.Reference, session.Abm);
        File.WriteAllText(Config, Workload.Config);
        study = StudyLoader.Load(Config, [InfluenceKernel.Definition], Overrides.None);
    }

    /// <summary>The greatest relative difference of any cell between any two contestants.</summary>
    public double Difference { get; private set; }

    private string Config => Path.Combine(folder, "w5.yaml");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Gives every contestant one turn.</summary>
    /// <param name="seconds">Least time of a warm turn; its figure is the median of its repeats.</param>
    /// <exception cref="InvalidOperationException">A contestant failed, or its table is another one.</exception>
    public void Round(double seconds)
    {
        foreach (var (contestant, process, forms) in References)
            RunReference(contestant, process, forms, seconds);
        Add(Simple, Repeat(seconds, () => Time(Simple, output => SimpleSweep.Write(output))));
        Add(Study, Repeat(seconds, () => Time(Study, RunStudy)));
        Add(StudyProcess, Time(StudyProcess, RunProcess));
    }

    public bool Has(string contestant) => turns.ContainsKey(contestant);

    /// <summary>Seconds of a study: median, least and most over the turns.</summary>
    public (double Median, double Least, double Most) Of(string contestant) =>
        (Statistics.Median(turns[contestant]), turns[contestant].Min(), turns[contestant].Max());

    /// <summary>How many times as fast one contestant is as another: the median over rounds of the ratio within a round.</summary>
    public double Ratio(string contestant, string other) =>
        Statistics.Median(turns[contestant].Zip(turns[other], (mine, theirs) => theirs / mine));

    private void RunReference(string contestant, string process, string[] forms, double seconds)
    {
        if (reference is null)
            return;
        var output = Path.Combine(folder, "reference.csv");
        string[] Arguments(double time, string form) =>
            [output, .. new object[] { Workload.Runs, Workload.Agents, Workload.Ticks, Workload.Seed, Workload.Threads, time, form }
                .Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture)!)];
        var times = forms.Select(form => reference.Run("w5", Arguments(seconds, form)))
            .Where(lines => lines.Length > 0)
            .Select(lines => Statistics.Median(lines.Select(line => double.Parse(line, CultureInfo.InvariantCulture)))).ToList();
        if (times.Count == 0)
            return;
        Check(contestant, output);
        Add(contestant, times.Min());
        var start = Stopwatch.GetTimestamp();
        reference.Run("w5", Arguments(0, forms[times.IndexOf(times.Min())]));
        Add(process, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private double Time(string contestant, Action<string> run)
    {
        var output = Path.Combine(folder, "result");
        var start = Stopwatch.GetTimestamp();
        run(output);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (Directory.Exists(output))
        {
            Check(contestant, Path.Combine(output, "ticks.csv"));
            Directory.Delete(output, recursive: true);
        }
        else
        {
            Check(contestant, output);
            File.Delete(output);
        }
        return seconds;
    }

    private static double Repeat(double seconds, Func<double> run)
    {
        var times = new List<double>();
        do
            times.Add(run());
        while (times.Sum() < seconds);
        return Statistics.Median(times);
    }

    private void RunStudy(string output)
    {
        var result = StudyRunner.Run(study, new RunOptions { Directory = output, Threads = Workload.Threads }, CancellationToken.None);
        if (result.ExitCode != 0)
            throw new InvalidOperationException(result.Message);
    }

    private void RunProcess(string output) =>
        abm.Run("run", Config, "--out", output, "--threads", Workload.Threads.ToString(CultureInfo.InvariantCulture));

    private void Check(string contestant, string output)
    {
        var mine = Workload.Read(output);
        table ??= mine;
        var difference = Workload.Difference(table, mine);
        if (difference > RoundingError)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{contestant} writes another table: a cell differs by {difference:G3}."));
        Difference = Math.Max(Difference, difference);
    }

    private void Add(string contestant, double seconds)
    {
        if (!turns.TryGetValue(contestant, out var list))
            turns.Add(contestant, list = []);
        list.Add(seconds);
    }
}
