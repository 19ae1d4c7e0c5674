using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Commands.Tests;

/// <summary>The clients that abm client writes, under a real Python and a real R.</summary>
public sealed class ClientTests
{
    private static readonly Lazy<bool> HasPandas = new(() => Start(Path.GetTempPath(), "/usr/bin/python3", "-c", "import pandas").ExitCode == 0);

    private static readonly Lazy<bool> HasDataTable = new(() => Start(Path.GetTempPath(), "Rscript", "-e", "library(data.table)").ExitCode == 0);

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-client-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Python_ADict_BecomesAStudyWithTypedTables()
    {
        var (code, output, error) = Python("""
            import abm, csv, numpy, pandas, pathlib
            config = {"model": "boltzmann", "ticks": numpy.int64(20), "replications": 4.0, "parameters": {"agents": 200},
                      "scenarios": {"none": {}, "nan-2": {"parameters": {"mean_wealth": pandas.Series([2.0])[0]}}}}
            study = abm.run(config, threads=2)
            assert study.directory == pathlib.Path("results/boltzmann").resolve(), study.directory
            assert list(study) == ["design", "runs", "ticks", "events", "timings"]
            assert list(study.runs["scenario"].unique()) == ["none", "nan-2"]
            assert study.runs["outcome"].isna().all() and study.runs["censored"].all()
            kinds = {str(kind) for kind in study.ticks.dtypes}
            assert kinds == {"Int64", "float64"}, kinds
            with open("results/boltzmann/ticks.csv") as file:
                assert [float(row["gini"]) for row in csv.DictReader(file)] == list(study.ticks["gini"])
            assert list(study.table("ticks", ["gini", "run_id"])) == ["run_id", "gini"]
            assert len(study.events) == 0 and str(study.timings["started"].dtype) == "datetime64[ns, UTC]"
            again = abm.run(config, set={"agents": 200}, quiet=True)
            assert again.directory == study.directory
            measures = study.analyse(measure=["gini", "share_poor"])["measures"]
            assert set(measures["scenario"]) == {"none", "nan-2"} and "differences" in study.analysis
            """);
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("boltzmann (boltzmann): 8 runs"));
        Assert.That(Directory.EnumerateFiles(folder, ".abm-*"), Is.Empty);
    }

    [Test]
    public void Python_AConfigThatExtends_IsFoundFromTheNotebook()
    {
        WriteConfig();
        var (code, _, error) = Python("""
            import abm
            assert len(abm.run({"extends": "few.yaml", "name": "more", "replications": 3}, "elsewhere", gzip=True).runs) == 3
            assert len(abm.run("few.yaml", quiet=True).runs) == 2
            assert len(abm.Study("elsewhere").resume(replications=4).runs) == 4
            """);
        Assert.That(code, Is.Zero, error);
        Assert.That(File.Exists(Path.Combine(folder, "elsewhere", "runs.csv.gz")), Is.True);
    }

    [Test]
    public void Python_AWordThatReadsAsMissing_StaysAWord()
    {
        File.WriteAllText(Path.Combine(folder, "words.csv"), "word,number\nnull,1\n,2\nNA,\n");
        var (code, _, error) = Python("""
            import abm
            words = abm.Tables(".").words
            assert list(words["word"].fillna("missing")) == ["null", "missing", "NA"] and words["number"].isna().sum() == 1, words
            """);
        Assert.That(code, Is.Zero, error);
    }

    [Test]
    public void Python_TheSnippetOfTheReadme_Runs()
    {
        var (code, _, error) = Python(Regex.Match(Readme, "```python\n(import abm\n.*?)```", RegexOptions.Singleline).Groups[1].Value);
        Assert.That(code, Is.Zero, error);
        Assert.That(Directory.Exists(Path.Combine(folder, "results", "boltzmann", "analysis")), Is.True);
    }

    [Test]
    public void R_TheSnippetOfTheReadme_Runs()
    {
        var (code, _, error) = R(Regex.Match(Readme, """`(source\("abm\.R"\).*?)`""").Groups[1].Value);
        Assert.That(code, Is.Zero, error);
        Assert.That(Directory.Exists(Path.Combine(folder, "results", "boltzmann", "analysis")), Is.True);
    }

    [Test]
    public void Python_BadInput_IsAValueErrorWithTheWordsOfAbm()
    {
        var (code, _, error) = Python("""
            import abm
            for config, words in [({"model": "boltzmanm"}, "did you mean 'boltzmann'?"), ("nowhere.yaml", "there is no such file")]:
                try:
                    abm.run(config, quiet=True)
                except ValueError as refusal:
                    assert isinstance(refusal, abm.BadInput) and refusal.code == 2 and words in str(refusal), refusal
                else:
                    raise SystemExit("it was accepted")
            """);
        Assert.That(code, Is.Zero, error);
        Assert.That(error, Is.Empty);
    }

    [Test]
    public void Python_WithoutAbm_SaysHowToNameIt()
    {
        var (code, _, error) = Python("""
            import abm, os
            os.environ.pop("ABM"); os.environ["PATH"] = ""
            abm.run({"model": "boltzmann"})
            """);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain("abm is not found: name it with abm=..., set the variable ABM, or put it on the path"));
    }

    [Test]
    public void Python_CalibrationAndJudgement_GiveTheirTables()
    {
        var configs = Path.Combine(Repository.Root, "configs");
        var (code, _, error) = Python("""
            import abm
            found = abm.calibrate({"extends": "CONFIGS/classics/boltzmann-calibration.yaml", "ticks": 20, "parameters": {"agents": 50},
                                   "calibration": {"particles": 5, "generations": 1, "replications": 1, "predictive": 5,
                                                   "targets": {"gini": {"mean": "gini", "value": 0.5, "tolerance": 0.5}},
                                                   "parameters": {"mean_wealth": {"min": 1, "max": 3}}}}, "found", quiet=True)
            assert len(found.posterior) == 5 and "mean_wealth" in found.posterior, found.posterior
            judged = abm.judge({"model": "boltzmann", "name": "rich", "ticks": 20, "replications": 10, "parameters": {"agents": 50},
                                "scenarios": {"one": {}, "two": {"parameters": {"mean_wealth": 2}}},
                                "hypothesis": {"id": "rich", "statement": "Wealth for all lessens inequality.", "source": "assumed",
                                               "kind": "emergent", "fails_if": "Wealth for all changes nothing.",
                                               "contrasts": {"gini": {"weights": {"two": 1, "one": -1}, "mean": "gini", "predict": "negative", "relevant": 0.01}}}}, "judged")
            assert list(judged.hypotheses["verdict"]) == ["supported"], judged.hypotheses
            """.Replace("CONFIGS", configs, StringComparison.Ordinal));
        Assert.That(code, Is.Zero, error);
    }

    [TestCase("Python", "KeyboardInterrupt")]
    [TestCase("R", "stopped")]
    public void Client_Interrupted_StopsAbmAndSaysHowToGoOn(string language, string expected)
    {
        var script = language == "R" ? WriteR("""
            source("abm.R")
            tryCatch(abm_run(CONFIG, "out", replications = 100000L), abm_interrupted = function(e) stop("stopped: ", conditionMessage(e)))
            """) : WritePython("import abm\nabm.run(CONFIG, 'out', replications=100000)\n");
        var start = Begin(script);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        while (process.StandardError.ReadLine() is { } line && (!line.Contains(" runs/s", StringComparison.Ordinal) || line.StartsWith("0/", StringComparison.Ordinal)))
        {
        }
        var error = process.StandardError.ReadToEndAsync();
        Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        var hasEnded = process.WaitForExit(TimeSpan.FromSeconds(60));
        if (!hasEnded)
            process.Kill(entireProcessTree: true);
        Assert.That(hasEnded, Is.True, "the client goes on after the interrupt");
        Assert.That(process.ExitCode, Is.Not.Zero, output.Result);
        Assert.That(error.Result, Does.Contain(expected).And.Contain($"abm resume {folder}/out goes on from there"));
        Assert.That(File.ReadAllText(Path.Combine(folder, "out", "manifest.json")), Does.Contain("\"interrupted\""));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void R_AList_BecomesAStudyWithTypedTables(bool withDataTable)
    {
        if (withDataTable && !HasDataTable.Value)
            Assert.Ignore("skipped: Rscript with data.table is not installed");
        var (code, output, error) = R("""
            source("abm.R")
            study <- abm_run(list(model = "boltzmann", ticks = 20L, replications = 4, parameters = list(agents = 200L),
                                  scenarios = list(none = list(), `nan-2` = list(parameters = c(mean_wealth = 2)))), threads = 2)
            stopifnot(study$directory == file.path(getwd(), "results/boltzmann"))
            stopifnot(identical(inherits(study$runs, "data.table"), WITH))
            stopifnot(identical(unique(study$runs$scenario), c("none", "nan-2")), all(is.na(study$runs$outcome)), isTRUE(all(study$runs$censored)))
            kinds <- function(table) vapply(table, function(column) class(column)[1], "")
            stopifnot(identical(unname(kinds(study$ticks)), c("integer", "integer", "numeric", "numeric")))
            stopifnot(identical(unname(kinds(study$events)), c("integer", "integer", "integer", "character", "character", "numeric", "character")))
            stopifnot(nrow(study$ticks) == 8 * 21, inherits(study$timings$started, "POSIXct"), is.character(study$timings$error))
            again <- abm_run(list(model = "boltzmann", ticks = 20L, replications = 4, parameters = list(agents = 200L),
                                  scenarios = list(none = list(), `nan-2` = list(parameters = list(mean_wealth = 2L)))), set = list(agents = 200L), quiet = TRUE)
            stopifnot(again$directory == study$directory)
            measures <- study$analyse(measure = c("gini", "share_poor"))$measures
            stopifnot(setequal(measures$scenario, c("none", "nan-2")), is.data.frame(study$analysis$differences))
            stopifnot(nrow(study$resume(replications = 5L, gzip = TRUE, quiet = TRUE)$runs) == 10)
            """.Replace("WITH", withDataTable ? "TRUE" : "FALSE", StringComparison.Ordinal), withDataTable);
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("boltzmann (boltzmann): 8 runs"));
        Assert.That(Directory.EnumerateFiles(folder, ".abm-*"), Is.Empty);
    }

    [Test]
    public void R_BadInput_IsAnErrorWithTheWordsOfAbm()
    {
        var (code, _, error) = R("""
            source("abm.R")
            refusal <- tryCatch(abm_run(list(model = "boltzmanm"), quiet = TRUE), abm_bad_input = identity)
            stopifnot(inherits(refusal, "error"), refusal$code == 2, grepl("did you mean 'boltzmann'?", conditionMessage(refusal), fixed = TRUE))
            refusal <- tryCatch(abm_run(list(model = "boltzmann", ticks = NA)), error = identity)
            stopifnot(grepl("a config cannot hold NA", conditionMessage(refusal)))
            Sys.setenv(ABM = "", PATH = "")
            refusal <- tryCatch(abm_run("few.yaml"), error = identity)
            stopifnot(grepl("abm is not found: name it with abm = ...", conditionMessage(refusal), fixed = TRUE))
            """);
        Assert.That(code, Is.Zero, error);
    }

    [TestCase("TRUE", "true")]
    [TestCase("NULL", "null")]
    [TestCase("50L", "50")]
    [TestCase("50", "50")]
    [TestCase("1e6", "1000000")]
    [TestCase("0.1 + 0.2", "0.30000000000000004")]
    [TestCase("-2.5e-7", "-2.5e-07")]
    [TestCase("c(1, 2.5)", "[1, 2.5]")]
    [TestCase("I(1)", "[1]")]
    [TestCase("list(1)", "[1]")]
    [TestCase("list()", "{}")]
    [TestCase("character(0)", "[]")]
    [TestCase("c(a = 1, b = 2)", """{"a": 1, "b": 2}""")]
    [TestCase("list(a = NULL, b = list(c = list()))", """{"a": null, "b": {"c": {}}}""")]
    [TestCase("data.frame(x = 1:2, y = c('p', 'q'))", """[{"x": 1, "y": "p"}, {"x": 2, "y": "q"}]""")]
    [TestCase("factor('war')", "\"war\"")]
    [TestCase("'say \"no\", \\\\ and\\n\\u00e9'", "\"say \\\"no\\\", \\\\ and\\u000a\u00e9\"")]
    public void R_AValue_IsThatOfJson(string value, string expected)
    {
        var (code, output, error) = R($"source('abm.R'); con <- stdout(); writeLines(gsub('\\n', ' ', abm_json({value}), fixed = TRUE), con, useBytes = TRUE)\n");
        Assert.That(code, Is.Zero, error);
        Assert.That(output.TrimEnd('\n'), Is.EqualTo(expected));
    }

    private void WriteConfig() => File.WriteAllText(Path.Combine(folder, "few.yaml"), "model: boltzmann\nticks: 5\nreplications: 2\nparameters: {agents: 50}\n");

    private (int ExitCode, string Out, string Error) Python(string script) => AbmProcess.Run(Begin(WritePython(script)));

    private (int ExitCode, string Out, string Error) R(string script, bool withDataTable = true)
    {
        var start = Begin(WriteR(script));
        // Debian keeps packages apart from those of R itself.
        if (!withDataTable)
            start.Environment["R_LIBS_SITE"] = folder;
        return AbmProcess.Run(start);
    }

    private string[] WritePython(string script)
    {
        if (!HasPandas.Value)
            Assert.Ignore("skipped: python3 with pandas is not installed");
        return ["/usr/bin/python3", Write("python", "script.py", script.Replace("CONFIG", $"'{Config}'", StringComparison.Ordinal))];
    }

    private string[] WriteR(string script)
    {
        if (Start(folder, "Rscript", "--version").ExitCode != 0)
            Assert.Ignore("skipped: Rscript is not installed");
        return ["Rscript", Write("r", "script.R", script.Replace("CONFIG", $"'{Config}'", StringComparison.Ordinal))];
    }

    private static string Readme => File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private static string Config => Path.Combine(Repository.Root, "configs", "elites", "settlement.yaml");

    private string Write(string language, string name, string script)
    {
        var client = Path.Combine(folder, language == "r" ? "abm.R" : "abm.py");
        Assert.That(Screen.Of("client", language, "--out", client).ExitCode, Is.Zero);
        File.WriteAllText(Path.Combine(folder, name), script);
        return name;
    }

    private ProcessStartInfo Begin(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["ABM"] = $"dotnet '{Path.Combine(TestContext.CurrentContext.TestDirectory, "abm.dll")}'";
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    private static (int ExitCode, string Out, string Error) Start(string folder, string program, params string[] arguments)
    {
        try
        {
            return AbmProcess.Run(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder });
        }
        catch (Win32Exception)
        {
            return (127, "", "not found");
        }
    }
}
