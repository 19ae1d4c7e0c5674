using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Commands.Tests;

/// <summary>A model outside the repository: a project that the packages make, from packing them to its results.</summary>
public sealed class StrangersModelTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("abm-stranger-").FullName;

    [OneTimeSetUp]
    public void MakeProject()
    {
        Run(Repository.Root, "pack", "Agents.sln", "-c", "Release", "--no-build", "-o", Packages);
        Assert.That(Screen.Of("new", "Gossip", "--packages", Packages, "--out", Project).ExitCode, Is.Zero);
        // All but ours is here already, since this repository uses it; ours shall be what was packed just now.
        File.WriteAllText(Path.Combine(Project, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(folder, "installed")}" /></config>
              <packageSources>
                <clear />
                <add key="packed" value="{Packages}" />
                <add key="here" value="{Installed}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="packed"><package pattern="KeyedAgents*" /></packageSource>
                <packageSource key="here"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
        Run(Project, "build", "-c", "Release", "-p:NuGetAudit=false");
    }

    [OneTimeTearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    private static string Installed => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private string Packages => Path.Combine(folder, "packages");

    private string Project => Path.Combine(folder, "Gossip");

    private string Assembly => Path.Combine(Project, "Gossip", "bin", "Release", "net10.0", "Gossip.dll");

    private string Config => Path.Combine(Project, "configs", "gossip.yaml");

    [Test]
    public void Tests_OfTheProject_Pass() =>
        Assert.That(Run(Project, "test", "-c", "Release", "--no-build"), Does.Contain("Passed:     3"));

    [Test]
    public void Runs_OfItsProgramAndOfAbmWithItsAssembly_AreEqual()
    {
        var (own, lent) = (Path.Combine(folder, "own"), Path.Combine(folder, "lent"));
        Run(Project, Assembly, "run", Config, "--replications", "3", "--out", own);
        Run(Project, [Abm, "--models", Assembly, "run", Config, "--replications", "3", "--out", lent, "--threads", "1"]);
        foreach (var table in (string[])["runs.csv", "ticks.csv", "design.csv"])
            Assert.That(File.ReadAllBytes(Path.Combine(lent, table)), Is.EqualTo(File.ReadAllBytes(Path.Combine(own, table))), table);
        var code = JsonNode.Parse(File.ReadAllText(Path.Combine(lent, "manifest.json")))!["model_assembly"]!;
        Assert.That(((string)code["name"]!, (string)code["version"]!), Is.EqualTo(("Gossip", "1.0.0")));
        Assert.That((string)code["hash"]!, Has.Length.EqualTo(32));
        Assert.That(Run(Project, Abm, "verify", lent, "--runs", "3", "--models", Path.GetDirectoryName(Assembly)!), Does.Contain("3"));
    }

    [Test]
    public void Tasks_OfACluster_HaveItsAssembly()
    {
        var target = Path.Combine(folder, "cluster");
        var output = Run(Project, Abm, "submit", Config, "--models", Assembly, "--on", "slurm", "--dry-run", "--out", target);
        Assert.That(output, Does.Contain("--models").And.Contain(Assembly));
    }

    [Test]
    public void Resume_WithoutItsAssembly_SaysHowToBringIt()
    {
        var target = Path.Combine(folder, "alone");
        Run(Project, Assembly, "run", Config, "--replications", "1", "--out", target);
        var screen = Screen.OfRealModels("resume", target);
        Assert.That(screen.Error, Does.Contain("there is no model 'gossip'").And.Contain("--models FILE brings those of another assembly"));
        Assert.That(screen.ExitCode, Is.EqualTo(2));
    }

    private static string Abm => Path.Combine(TestContext.CurrentContext.TestDirectory, "abm.dll");

    private static string Run(string place, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = place, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{string.Join(' ', arguments)}: {output}{error.Result}");
        return output;
    }
}
