using Agents.Benchmarks.Classics;
using Agents.Benchmarks.Influence;
using Agents.Benchmarks.Roofline;
using Agents.Benchmarks.Startup;
using Agents.Benchmarks.Sweep;
using Agents.Benchmarks.Text;
using Agents.Benchmarks.WholeModel;

namespace Agents.Benchmarks;

/// <summary>The workloads, one command each, and one command for all.</summary>
internal static class Suite
{
    /// <summary>The exit code of a command line that could not be used.</summary>
    public const int BadInput = 2;

    private static readonly (string Name, string What, Func<Session, Section> Measure)[] Workloads =
    [
        ("w1", "the influence kernel beside C++", InfluenceCommand.Measure),
        ("w2", "Schelling's segregation beside C++", ClassicCommand.MeasureSegregation),
        ("w3", "Epstein's civil violence beside C++", ClassicCommand.MeasureViolence),
        ("w4", "the exchange of wealth beside C++", ClassicCommand.MeasureExchange),
        ("w5", "64 runs of the influence kernel as a study with its tables, beside C++", SweepCommand.Measure),
        ("w7", "the elites model, everything on, and a sweep of it", WholeModelCommand.Measure),
        ("scale", "the elites model from ten thousand agents on, and large sweeps", ScaleCommand.Measure),
        ("startup", "what abm needs before it does anything", StartupCommand.Measure),
        ("text", "how much a modeller writes, and what is written twice", _ => TextCommand.Measure()),
        ("roofline", "how far w1 and w7 are from what the machine can do", RooflineCommand.Measure),
    ];

    /// <summary>What the program can be asked for.</summary>
    public static string Usage => string.Join('\n',
    [
        "all [--quick] [--to FILE]      every workload below; the record is benchmarks/records/PROCESSOR.md",
        .. Workloads.Select(workload => $"{workload.Name,-8} [--quick] [--to FILE]  {workload.What}"),
        "readme [--to FILE]             copies the goals of the record into the README",
        "guard                          fails where speed was lost by far: for CI",
        "bdn [OPTIONS]                  the classes of BenchmarkDotNet; try: bdn --list flat",
        "--quick writes no record where no --to names one.",
    ]);

    /// <summary>Runs a workload, or all.</summary>
    /// <returns>Null where there is no such command.</returns>
    public static int? Run(string command, string[] options)
    {
        var chosen = Workloads.Where(workload => command == "all" || workload.Name == command).ToList();
        if (chosen.Count == 0)
            return null;
        var isQuick = options.Contains("--quick");
        var rest = options.Where(option => option != "--quick").ToArray();
        if (rest is not ([] or ["--to", _]))
        {
            Console.Error.WriteLine($"{command} does not understand '{string.Join(' ', rest)}'; it takes --quick and --to FILE.");
            return BadInput;
        }
        var path = rest is [_, var to] ? to : isQuick ? null : RecordFile.Default;
        if (path is not null && RecordFile.Complaint(path) is { } complaint)
        {
            Console.Error.WriteLine(complaint);
            return BadInput;
        }
        var session = new Session(isQuick);
        foreach (var (name, what, measure) in chosen)
        {
            Console.WriteLine($"\n== {name}: {what}");
            var section = measure(session);
            Console.Write($"\n{section.Tables}");
            if (path is not null)
                Write(path, name, isQuick ? section with { Notes = $"A quick look, of few and short rounds.\n{section.Notes}" } : section);
        }
        return 0;
    }

    private static void Write(string path, string name, Section section)
    {
        string[] order = [.. Workloads.Select(workload => workload.Name)];
        var record = RecordFile.Read(path);
        record.Replace(name, section, order);
        record.Write(path, order);
        Console.WriteLine($"\nrecord: {path}");
    }
}
