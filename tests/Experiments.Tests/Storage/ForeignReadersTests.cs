using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Storage;

/// <summary>R and Python read what we write, with the types that datapackage.json declares, and draw the figures.</summary>
public sealed class ForeignReadersTests : ResultFolder
{
    private static readonly Lazy<bool> HasR = new(() => StartIn(Path.GetTempPath(), "Rscript", "-e", "library(data.table); library(ggplot2)").ExitCode == 0);

    /// <summary>Debian's pandas belongs to /usr/bin/python3, which need not be the first one on the path.</summary>
    private static readonly Lazy<string?> Python = new(() => new[] { "/usr/bin/python3", "python3", "python" }.FirstOrDefault(
        candidate => StartIn(Path.GetTempPath(), candidate, "-c", "import pandas, matplotlib").ExitCode == 0));

    [SetUp]
    public void RunStudy() => Run(VillageStudy.Of(replications: 12, ticks: 60, agents: true, brokenReplication: 3));

    [Test]
    public void DataTable_EveryTable_HasTheDeclaredTypes()
    {
        RequireR();
        // The types that fread finds by itself, without being told.
        AssertTypes(Start("Rscript", Script("plain.R", """
            library(data.table)
            for (file in list.files(pattern = "[.]csv$")) {
              table <- fread(file, na.strings = "")
              for (column in names(table)) cat(sub("[.]csv$", "", file), column, class(table[[column]])[1], "\n")
            }
            """)), type => type switch
        {
            "integer" => ["integer"],
            "number" => ["numeric", "integer"],
            "boolean" => ["logical"],
            "datetime" => ["POSIXct"],
            _ => ["character"],
        });
    }

    [Test]
    public void AnalysisInR_DrawsTheFigures()
    {
        RequireR();
        AssertDraws(Start("Rscript", Path.Combine(Target, "analysis.R")));
    }

    [Test]
    public void Pandas_EveryTable_HasTheDeclaredTypesAndExactNumbers()
    {
        var output = Start(RequirePython(), Script("read.py", """
            import runpy
            found = runpy.run_path("analysis.py")
            for name in ["design", "runs", "ticks", "events", "agents", "timings"]:
                for column, kind in found[name].dtypes.items():
                    print(name, column, str(kind).split("[")[0])
            with open("exact.txt", "w") as file:
                file.writelines(repr(value) + "\n" for value in found["ticks"]["unrest"])
            """));
        AssertTypes(output, type => type switch
        {
            "integer" => ["Int64"],
            "number" => ["float64"],
            "boolean" => ["boolean"],
            "datetime" => ["datetime64"],
            _ => ["string"],
        });
        AssertDraws(output);
        var read = File.ReadLines(Path.Combine(Target, "exact.txt")).Select(text => double.Parse(text, CultureInfo.InvariantCulture));
        Assert.That(read, Is.EqualTo(Rows("ticks").Select(row => double.Parse(row["unrest"], CultureInfo.InvariantCulture))));
    }

    private static void RequireR()
    {
        if (!HasR.Value)
            Assert.Ignore("skipped: Rscript with data.table and ggplot2 is not installed");
    }

    private static string RequirePython()
    {
        if (Python.Value is null)
            Assert.Ignore("skipped: python3 with pandas and matplotlib is not installed");
        return Python.Value!;
    }

    private string Script(string name, string text)
    {
        File.WriteAllText(Path.Combine(Target, name), text);
        return name;
    }

    private void AssertDraws((int ExitCode, string Output) ended)
    {
        Assert.That(ended.ExitCode, Is.Zero, ended.Output);
        Assert.That(ended.Output, Does.Not.Contain("Warning"));
        foreach (var figure in new[] { "outcomes.png", "measures.png" })
            Assert.That(new FileInfo(Path.Combine(Target, figure)).Length, Is.GreaterThan(10_000), figure);
    }

    private void AssertTypes((int ExitCode, string Output) ended, Func<string, string[]> expected)
    {
        Assert.That(ended.ExitCode, Is.Zero, ended.Output);
        var seen = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(words => (words[0], words[1]), words => words[2]);
        var package = JsonNode.Parse(File.ReadAllText(Path.Combine(Target, "datapackage.json")))!;
        foreach (var resource in package["resources"]!.AsArray())
        {
            foreach (var field in resource!["schema"]!["fields"]!.AsArray())
            {
                var (table, column, type) = ((string)resource["name"]!, (string)field!["name"]!, (string)field["type"]!);
                Assert.That(expected(type), Does.Contain(seen[(table, column)]), $"{table}.{column} is declared as {type}");
            }
        }
    }

    private (int ExitCode, string Output) Start(string program, params string[] arguments) => StartIn(Target, program, arguments);

    private static (int ExitCode, string Output) StartIn(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (Win32Exception)
        {
            return (127, "not found");
        }
    }
}
