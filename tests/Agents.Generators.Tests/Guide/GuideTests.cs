using System.Text.RegularExpressions;

namespace Agents.Generators.Tests.Guide;

/// <summary>All code of the guide compiles without a warning of ours, and what it shows comes true.</summary>
public sealed partial class GuideTests
{
    private static readonly string Folder = Find();

    private static IEnumerable<string> Pages => Directory.EnumerateFiles(Folder, "*.md").Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link { get; }

    [TestCaseSource(nameof(Pages))]
    public void Code_OfAPage_CompilesAndShowsWhatItSays(string page)
    {
        var code = Code.Matches(Text(page)).Select(match => match.Groups[1].Value).ToList();
        if (code.Count == 0)
            return;
        var compiled = CompiledText.AsBuilt(string.Join('\n', code));
        Assert.That(compiled.Diagnostics.Where(said => said.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning), Is.Empty);
        var shown = compiled.Load().GetTypes().Select(type => type.GetMethod("Show", Type.EmptyTypes)).OfType<System.Reflection.MethodInfo>().ToList();
        Assert.That(shown, Is.Not.Empty, "nothing is shown");
        foreach (var method in shown)
            Assert.That(() => method.Invoke(null, null), Throws.Nothing, method.DeclaringType!.Name);
    }

    [TestCaseSource(nameof(Pages))]
    public void Links_OfAPage_LeadSomewhere(string page) =>
        Assert.That(Link.Matches(Text(page)).Select(match => match.Groups[1].Value).Where(link => !File.Exists(Path.Combine(Folder, link))), Is.Empty);

    private static string Text(string page) => File.ReadAllText(Path.Combine(Folder, page)).ReplaceLineEndings("\n");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Agents.sln")))
                return Path.Combine(folder.FullName, "src", "Agents", "Guide");
        }
        throw new DirectoryNotFoundException("No folder above the tests holds Agents.sln.");
    }
}
