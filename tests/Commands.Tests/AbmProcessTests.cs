using System.Diagnostics;

namespace Commands.Tests;

public sealed class AbmProcessTests
{
    [TestCase("--frobnicate", "there is no option '--frobnicate'")]
    [TestCase("rnu", "did you mean 'run'?")]
    [TestCase("describe eltes", "there is no model 'eltes'; did you mean 'elites'?")]
    [TestCase("run nowhere.yaml", "nowhere.yaml: there is no such file")]
    public void Abm_BadInput_ExitsWith2AndSaysSoOnTheErrorStream(string arguments, string expected)
    {
        var (code, output, error) = AbmProcess.Run(arguments.Split(' '));
        Assert.That((code, output), Is.EqualTo((2, "")), error);
        Assert.That(error, Does.Contain(expected).And.Not.Contain("\u001b"));
    }

    [Test]
    public void Abm_ConfigOfAnUnknownModel_ExitsWith2AndNamesThePlace()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "model: nobody\n");
        var (code, _, error) = AbmProcess.Run("check", path);
        File.Delete(path);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith($"{path}:1:8: model: there is no model 'nobody'"));
    }

    [TestCase("--version", @"\A\d+\.\d+\.\d+")]
    [TestCase("--help", "(?s)Usage:.*run.*check.*models.*describe")]
    [TestCase("models", "model .* about(?s).*elites")]
    public void Abm_Question_IsAnsweredOnTheOutputStream(string arguments, string expected)
    {
        var (code, output, error) = AbmProcess.Run(arguments);
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Match(expected).And.Not.Contain("\u001b"));
    }

    [TestCase("-INT", 130)]
    [TestCase("-TERM", 143)]
    public void Abm_SignalDuringARun_KeepsAMarkedResult(string signal, int expected)
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("skipped: signals need a Unix");
        var folder = Directory.CreateTempSubdirectory("abm-signal-").FullName;
        var config = Path.Combine(Repository.Root, "configs", "elites", "settlement.yaml");
        var start = AbmProcess.Start("run", config, "--replications", "100000", "--set", "population.agents=1000", "--out", folder + "/out");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        while (process.StandardError.ReadLine() is { } line && (!line.Contains(" runs/s", StringComparison.Ordinal) || line.StartsWith("0/", StringComparison.Ordinal)))
        {
        }
        var error = process.StandardError.ReadToEndAsync();
        Process.Start("kill", [signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        var hasEnded = process.WaitForExit(TimeSpan.FromSeconds(30));
        if (!hasEnded)
            process.Kill();
        Assert.That(hasEnded, Is.True, "abm goes on after the signal");
        Assert.That(process.ExitCode, Is.EqualTo(expected), error.Result);
        // A machine that is busy with other tests may not get through the tables in the moment that a signal leaves them.
        if (error.Result.Contains("Stopped where it was", StringComparison.Ordinal))
            Assert.That(AbmProcess.Run("status", folder + "/out").Out, Does.Contain("abm resume"));
        else
            RequireMarked(folder, output.Result);
        Directory.Delete(folder, recursive: true);
    }

    private static void RequireMarked(string folder, string output)
    {
        Assert.That(output, Does.Contain("settlement (elites): "));
        Assert.That(File.ReadAllText(folder + "/out/manifest.json"), Does.Contain("\"interrupted\""));
        Assert.That(File.ReadAllLines(folder + "/out/runs.csv"), Has.Length.GreaterThan(1));
    }
}
