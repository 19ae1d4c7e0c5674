using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agents.Generators.Tests;

/// <summary>What typing costs: nothing in an editor, and in a build no other text than before.</summary>
public sealed class IncrementalTests
{
    private const string Elsewhere = "internal static class Elsewhere { public static int Two => 2; }";

    private static CSharpCompilation Before => CompiledText.Plain(
        SnapshotTests.Rule("me.Float = me.Float * 2;"), Elsewhere, CompiledText.Torture("Everything.cs"), CompiledText.Torture("EverythingView.cs"));

    [Test]
    public void Editor_AsksForNoImplementation_NothingIsWritten()
    {
        var driver = CompiledText.Driver(isEditor: true).RunGenerators(Before);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(driver.GetRunResult().GeneratedTrees, Is.Empty);
            Assert.That(driver.GetRunResult().Diagnostics, Is.Empty);
        }
    }

    [Test]
    public void Editor_KeystrokeElsewhere_RunsNothingOfOurs()
    {
        var before = Before;
        var driver = CompiledText.Driver(isEditor: true, tracksSteps: true).RunGenerators(before);
        var steps = driver.RunGenerators(AfterAKeystroke(before)).GetRunResult().Results[0].TrackedSteps;
        var run = steps.Values.SelectMany(some => some).SelectMany(step => step.Outputs).Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified && output.Value is not Compilation);
        Assert.That(run, Is.Empty);
    }

    [Test]
    public void Build_UnrelatedEdit_SameText()
    {
        var before = Before;
        var driver = CompiledText.Driver().RunGenerators(before);
        var first = Texts(driver);
        Assert.That(first, Is.Not.Empty);
        Assert.That(Texts(driver.RunGenerators(AfterAKeystroke(before))), Is.EqualTo(first));
    }

    [Test]
    public void Build_EditOfAHelperInAnotherFile_OtherText()
    {
        var before = CompiledText.Plain(
            SnapshotTests.Rule("me.Int = me.Int * Elsewhere.Of(me.Byte);"), "internal static class Elsewhere { public static int Of(int x) => x + 2; }", CompiledText.Torture("Everything.cs"), CompiledText.Torture("EverythingView.cs"));
        var driver = CompiledText.Driver().RunGenerators(before);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[2], Edited(before.SyntaxTrees[2], "x + 2", "x + 3"));
        Assert.That(Texts(driver.RunGenerators(after)), Is.Not.EqualTo(Texts(driver)));
    }

    private static CSharpCompilation AfterAKeystroke(CSharpCompilation before) =>
        before.ReplaceSyntaxTree(before.SyntaxTrees[2], Edited(before.SyntaxTrees[2], "=> 2", "=> 23"));

    private static SyntaxTree Edited(SyntaxTree file, string old, string text) =>
        file.WithChangedText(file.GetText().Replace(file.ToString().IndexOf(old, StringComparison.Ordinal), old.Length, text));

    private static string[] Texts(GeneratorDriver driver) => [.. driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString())];
}
