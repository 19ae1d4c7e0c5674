using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Commands.Tests;

/// <summary>What the README shows works as it stands there.</summary>
public sealed partial class ReadmeTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("abm-readme-").FullName;
    private readonly string text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [OneTimeTearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [TestCase("dotnet run -c Release --project src/Cli -- run configs/elites/settlement.yaml")]
    [TestCase("dotnet test -c Release")]
    public void Readme_NamesTheCommand(string command) =>
        Assert.That(text.Split('\n'), Does.Contain(command));

    [Test]
    public void Config_OfTheReadme_IsValid()
    {
        var config = Path.Combine(folder, "shown.yaml");
        File.WriteAllText(config, Block("yaml"));
        File.Copy(Path.Combine(Repository.Root, "configs", "elites", "baseline.yaml"), Path.Combine(folder, "baseline.yaml"), overwrite: true);
        var (code, output, error) = AbmProcess.Run("check", config);
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("name: harsh-peace"));
    }

    [TestCase("r", "skipped: Rscript with data.table is not installed", "Rscript", "-e", "library(data.table)")]
    [TestCase("python", "skipped: python3 with pandas is not installed", "/usr/bin/python3", "-c", "import pandas")]
    public void Snippet_OfTheReadme_ReadsTheResults(string language, string reason, string program, string flag, string probe)
    {
        if (Start(program, flag, probe) != 0)
            Assert.Ignore(reason);
        if (!Directory.Exists(Path.Combine(folder, "results")))
            RunStudy();
        Assert.That(Start(program, flag, Block(language)), Is.Zero);
    }

    [GeneratedRegex(@"\w+\.cs\b|(?:src|configs|results|benchmarks)/[\w./-]+")]
    private static partial Regex PathPattern { get; }

    [Test]
    public void Paths_OfTheReadme_Exist()
    {
        var missing = PathPattern.Matches(text).Select(match => match.Value.TrimEnd('.', '/'))
            .Where(path => path.Contains('/') && !path.StartsWith("results/", StringComparison.Ordinal))
            .Where(path => !Path.Exists(Path.Combine(Repository.Root, path)));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Goals_OfTheReadme_AreThoseOfTheRecord()
    {
        var block = Regex.Match(text, "<!-- goals of (.*?) -->\n(.*?)<!-- end of goals -->", RegexOptions.Singleline);
        var record = File.ReadAllText(Path.Combine(Repository.Root, block.Groups[1].Value));
        Assert.That(block.Groups[2].Value, Is.EqualTo(Regex.Match(record, @"^## goals:[^|]*((?:\|.*\n)+)", RegexOptions.Multiline).Groups[1].Value).And.Not.Empty);
    }

    private void RunStudy()
    {
        var config = Path.Combine(Repository.Root, "configs", "elites", "settlement.yaml");
        var (code, _, error) = AbmProcess.Run(
            "run", config, "--replications", "2", "--ticks", "60", "--set", "population.agents=1000", "--out", Path.Combine(folder, "results", "settlement"));
        Assert.That(code, Is.Zero, error);
    }

    private string Block(string language) =>
        Regex.Match(text, $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    private int Start(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
