using static System.FormattableString;

namespace Agents.Benchmarks.Startup;

/// <summary>The command startup: what abm takes from its start to its end, by the form in which it is published.</summary>
internal static class StartupCommand
{
    private const string Notes = """
        Milliseconds of a whole process, start to end, its output read by the benchmark. The forms took turns. "w7" is one run of
        configs/elites/w7.yaml, all tables written and brought to the disk.
        """;

    public static Section Measure(Session session)
    {
        AbmProgram[] programs = [.. new[] { AbmProgram.OfBuild(), Published.NeedingRuntime(), Published.OneFile() }.OfType<AbmProgram>()];
        var folder = Directory.CreateTempSubdirectory("startup-").FullName;
        string[][] commands = [["--version"], ["--help"], ["run", Path.Combine(Repository.Find("configs"), "elites", "w7.yaml"), "--replications", "1", "--force", "--out", Path.Combine(folder, "w7")]];
        var times = programs.Select(_ => commands.Select(_ => new List<double>()).ToArray()).ToArray();
        // The first round brings the files into memory and is forgotten.
        for (var round = -1; round < (session.IsQuick ? 5 : 25); round++)
        {
            for (var program = 0; program < programs.Length; program++)
            {
                for (var command = 0; command < commands.Length; command++)
                {
                    var cost = programs[program].Run(commands[command]);
                    if (round >= 0)
                        times[program][command].Add(1_000 * cost.Seconds);
                }
            }
        }
        Directory.Delete(folder, recursive: true);
        var tables = MarkdownTable.Of(
            ["ms, median (least to most)", "--version", "--help", "w7"],
            programs.Select((program, index) => times[index].Select(Cell).Prepend(program.Form)));
        var published = programs.Length > 1 ? times[^1].Select(Statistics.Median).ToArray() : null;
        return new Section("start-up", Notes, tables,
        [
            Goal.AtMost(100, published?[0], "ms of `abm --version`, published: at most 100"),
            Goal.AtMost(1_000, published?[2], "ms of the default W7 run, published: at most 1,000"),
        ]);
    }

    private static string Cell(List<double> times) => Invariant($"{Statistics.Median(times):0} ({times.Min():0} to {times.Max():0})");
}
