namespace Commands.Tests;

public sealed class RepositoryTests
{
    [Test]
    public void Root_HoldsOnlyTheNamesOfTheCard()
    {
        string[] card = ["src", "tests", "benchmarks", "configs", "results", "Agents.sln", "README.md"];
        var names = Directory.EnumerateFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path)).Where(name => name[0] != '.');
        Assert.That(names, Is.SubsetOf(card));
    }

    [Test]
    public void Solution_HoldsEveryProject()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Agents.sln"));
        var projects = new[] { "src", "tests", "benchmarks" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('/', '\\'))
            // What abm new writes is text here.
            .Where(path => !path.StartsWith("src\\Commands\\Template\\", StringComparison.Ordinal)).ToList();
        Assert.That(projects, Has.Count.GreaterThanOrEqualTo(11));
        Assert.That(projects.Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal)), Is.Empty);
    }
}
