using System.Globalization;
using System.Text.Json.Nodes;
using Experiments.Analysis.Report;
using Experiments.Config;
using Experiments.Design;
using Experiments.Runs;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Storage;

/// <summary>R and Python read what we write, with the types that datapackage.json declares, and draw the figures.</summary>
public sealed class ForeignReadersTests : ResultFolder
{
    private static readonly Lazy<bool> HasR = new(() => ForeignProgram.Start(Path.GetTempPath(), "Rscript", "-e", "library(data.table); library(ggplot2)").ExitCode == 0);

    /// <summary>Debian's pandas belongs to /usr/bin/python3, which need not be the first one on the path.</summary>
    private static readonly Lazy<string?> Python = new(() => new[] { "/usr/bin/python3", "python3", "python" }.FirstOrDefault(
        candidate => ForeignProgram.Start(Path.GetTempPath(), candidate, "-c", "import pandas, matplotlib").ExitCode == 0));

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

    [TestCaseSource(nameof(Studies))]
    public void AnalysisInR_DrawsTheFigures(Study study, string[] figures)
    {
        RequireR();
        Run(study, force: true);
        AssertDraws(Start("Rscript", Path.Combine(Target, "analysis.R")), figures);
    }

    [TestCaseSource(nameof(Studies))]
    public void AnalysisInPython_DrawsTheFigures(Study study, string[] figures)
    {
        var python = RequirePython();
        Run(study, force: true);
        AssertDraws(Start(python, Path.Combine(Target, "analysis.py")), figures);
    }

    /// <summary>Both scripts estimate the same shares as R's survival package does, whose bands without censoring are those of a plain share.</summary>
    [Test]
    public void CumulativeIncidence_InBothScripts_IsThatOfTheSurvivalPackage()
    {
        RequireR();
        if (ForeignProgram.Start(Path.GetTempPath(), "Rscript", "-e", "library(survival)").ExitCode != 0)
            Assert.Ignore("skipped: R's package survival is missing");
        var inR = Start("Rscript", Script("check.R", """
            lines <- readLines("analysis.R")
            from <- grep("^cumulative_incidence", lines)
            outcomes <- c("a", "b")
            suppressMessages(library(data.table))
            eval(parse(text = lines[from:(from + grep("^}", lines[from:length(lines)])[1] - 1)]))
            tick <- c(3, 5, 5, 7, 7, 8, 9, 9, 11, 12)
            cause <- c("a", "b", NA, "a", "a", NA, "b", "a", NA, NA)
            at <- sort(unique(tick[!is.na(cause)]))
            ours <- rbindlist(lapply(outcomes, function(one) cumulative_incidence(tick, cause, one, at)))
            state <- factor(ifelse(is.na(cause), "none", cause), c("none", "a", "b"))
            theirs <- summary(survival::survfit(survival::Surv(tick, state) ~ 1), times = at)$pstate
            stopifnot(all.equal(ours$share, c(theirs[, 2], theirs[, 3])))
            cat(format(as.matrix(ours[, .(share, low, high)])[ours$share > 0, ], digits = 9), sep = "\n")
            """));
        Assert.That(inR.ExitCode, Is.Zero, inR.Output);
        var inPython = Start(RequirePython(), Script("check.py", """
            import numpy as np
            text = open("analysis.py").read()
            exec(text[text.index("def cumulative_incidence"):text.index("cause = done")])
            tick = np.array([3, 5, 5, 7, 7, 8, 9, 9, 11, 12])
            cause = np.array(["a", "b", "", "a", "a", "", "b", "a", "", ""])
            bands = [np.array(cumulative_incidence(tick, cause, outcome, np.unique(tick[cause != ""]))) for outcome in "ab"]
            bands = [band[:, band[0] > 0] for band in bands]
            for row in np.concatenate(bands, axis=1):
                for value in row:
                    print(value)
            """));
        Assert.That(inPython.ExitCode, Is.Zero, inPython.Output);
        Assert.That(Numbers(inPython.Output), Is.EqualTo(Numbers(inR.Output)).Within(1e-8));
        Assert.That(Numbers(inPython.Output), Has.Count.GreaterThan(15));
    }

    [Test]
    public void AnalysisScripts_OfCompressedTables_DrawTheFigures()
    {
        StudyRunner.Run(VillageStudy.Of(replications: 12, ticks: 60), new RunOptions { Directory = Target, Threads = 2, Force = true, Gzip = true }, CancellationToken.None);
        Assert.That(File.Exists(Path.Combine(Target, "ticks.csv.gz")) && !File.Exists(Path.Combine(Target, "ticks.csv")), Is.True);
        RequireR();
        AssertDraws(Start("Rscript", "analysis.R"), Both);
        foreach (var figure in Both)
            File.Delete(Path.Combine(Target, figure));
        AssertDraws(Start(RequirePython(), "analysis.py"), Both);
    }

    [Test]
    public void AnalysisScripts_AfterTheAnalysisOfAFactorial_DrawTheHeatMap()
    {
        var path = Path.Combine(Folder, "levels.yaml");
        File.WriteAllText(path, """
            model: village
            name: levels
            ticks: 60
            replications: 3
            scenarios: {siege: {}, relief: {interventions: [{at: 10, set: {pressure: 0.01}}]}}
            design: {method: full_factorial, factors: {guards: {levels: [1, 5, 9]}, pressure: {levels: [0.01, 0.05]}}}
            """);
        Run(StudyLoader.Load(path, [VillageModel.Definition], Overrides.None), force: true);
        Assert.That(StudyAnalysis.Run(new AnalysisOptions { Directory = Target }, [VillageModel.Definition]).ExitCode, Is.Zero);
        RequireR();
        string[] all = [.. Both, "heat_map.png"];
        AssertDraws(Start("Rscript", "analysis.R"), all);
        foreach (var figure in all)
            File.Delete(Path.Combine(Target, figure));
        // Pooled rows that share their random numbers are copies: a band that takes them for independent would be too narrow.
        AssertDraws(Start(RequirePython(), Script("bands.py", """
            import runpy, matplotlib.axes
            drawn = []
            fill = matplotlib.axes.Axes.fill_between
            matplotlib.axes.Axes.fill_between = lambda *given, **named: (drawn.append(named.get("step")), fill(*given, **named))[1]
            runpy.run_path("analysis.py")
            assert drawn and "post" not in drawn, drawn
            """)), all);
    }

    [Test]
    public void Pandas_EveryTable_HasTheDeclaredTypesAndExactNumbers()
    {
        var output = Start(RequirePython(), Script("read.py", """
            import runpy
            found = runpy.run_path("analysis.py")
            for name in ["design", "runs", "ticks", "events", "agents", "timings"]:
                for column, kind in found["read_table"](name).dtypes.items():
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
        var read = File.ReadLines(Path.Combine(Target, "exact.txt")).Select(text => double.Parse(text, CultureInfo.InvariantCulture));
        Assert.That(read, Is.EqualTo(Rows("ticks").Select(row => double.Parse(row["unrest"], CultureInfo.InvariantCulture))));
    }

    private static readonly string[] Both = ["outcomes.png", "measures.png"];

    private static IEnumerable<TestCaseData> Studies()
    {
        var calm = VillageModel.WithoutOutcomes;
        var twelve = Enumerable.Range(1, 12).Select(number => ($"scenario{number}", Array.Empty<Intervention>())).ToArray();
        yield return new TestCaseData(VillageStudy.Of(replications: 12, ticks: 60, brokenReplication: 3), Both)
            .SetArgDisplayNames("two scenarios, a failed run");
        yield return new TestCaseData(VillageStudy.Of(replications: 1, ticks: 60, scenarios: twelve) with { Design = DesignOfRows(20) }, Both)
            .SetArgDisplayNames("twelve scenarios, a design");
        yield return new TestCaseData(VillageStudy.Of(replications: 3, model: VillageModel.WithoutOutcomes, scenarios: ("alone", [])), new[] { "measures.png" })
            .SetArgDisplayNames("one scenario, no outcomes");
        yield return new TestCaseData(VillageStudy.Of(replications: 3, ticks: 60) with { ModelMeasures = [] }, new[] { "outcomes.png" })
            .SetArgDisplayNames("no measures");
        yield return new TestCaseData(VillageStudy.Of(replications: 3, ticks: 3) with { ModelMeasures = [] }, Array.Empty<string>())
            .SetArgDisplayNames("nothing to draw");
    }

    private static StudyDesign DesignOfRows(int rows)
    {
        var pressure = VillageStudy.Catalogue.Find("pressure")!;
        var cells = new PointMatrix(rows, 1);
        for (var row = 0; row < rows; row++)
            cells[row, 0] = 0.01 + 0.002 * row;
        return new StudyDesign
        {
            Method = DesignMethod.List,
            Factors = [new DesignFactor { Key = pressure.Key, Target = FactorTarget.Start, Parameter = pressure }],
            Cells = cells,
        };
    }

    private static List<double> Numbers(string text) =>
        [.. text.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];

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

    private void AssertDraws((int ExitCode, string Output) ended, string[] figures)
    {
        Assert.That(ended.ExitCode, Is.Zero, ended.Output);
        Assert.That(ended.Output, Does.Not.Contain("Warning"));
        Assert.That(Directory.GetFiles(Target, "*.png").Select(Path.GetFileName), Is.EquivalentTo(figures));
        foreach (var figure in figures)
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

    private (int ExitCode, string Output) Start(string program, params string[] arguments) => ForeignProgram.Start(Target, program, arguments);
}
