using Elites.Study;

namespace Elites.Tests;

/// <summary>Outcomes come about; no rule knows their names.</summary>
public class RulesNameNoOutcomeTests
{
    [Test]
    public void Rules_AnyFileOfARoomButTheStudy_NamesNoOutcomeAndNoClassifier()
    {
        var files = FilesOfRooms();
        var forbidden = ElitesModel.Definition.Outcomes.Select(code => code.Code).Append(nameof(Classifier)).Append(nameof(Model.Classify)).ToArray();
        Assert.That(files, Has.Length.GreaterThan(100));
        Assert.That(forbidden, Has.Length.GreaterThan(5));
        using (Assert.EnterMultipleScope())
        {
            foreach (var file in files)
            {
                var text = File.ReadAllText(file);
                foreach (var word in forbidden)
                    Assert.That(text.Contains(word, StringComparison.OrdinalIgnoreCase), Is.False, $"{Path.GetFileName(file)} says '{word}'");
            }
        }
    }

    private static string[] FilesOfRooms()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Agents.sln")))
            folder = folder.Parent;
        if (folder is null)
            Assert.Ignore("skipped: the sources are not above the folder of the tests.");
        var rooms = Directory.GetDirectories(Path.Combine(folder!.FullName, "src", "Elites")).Where(room => Path.GetFileName(room) is not ("Study" or "bin" or "obj"));
        return [.. rooms.SelectMany(room => Directory.GetFiles(room, "*.cs"))];
    }
}
