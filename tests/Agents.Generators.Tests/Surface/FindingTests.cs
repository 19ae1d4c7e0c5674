using Microsoft.CodeAnalysis;

namespace Agents.Generators.Tests.Surface;

/// <summary>Each misuse has its diagnostic, where it stands, and the generator writes nothing that would not compile.</summary>
public sealed class FindingTests
{
    [TestCase("ABM040", "People", "public sealed class {|People|}(Model model) : Population(model, \"p\", 1) { public partial State<int> A { get; } }")]
    [TestCase("ABM040", "Town", "public static class {|Town|} { public sealed partial class People(Model model) : Population(model, \"p\", 1) { public partial State<int> A { get; } } }")]
    [TestCase("ABM040", "Town", "public abstract class {|Town|}(Seed seed) : Model(seed) { [Rule] private void Talk(Agent<Population> me) { } }")]
    [TestCase("ABM041", "no column", "public sealed partial class People(Model model) : Population(model, \"p\", 1) { public partial int {|A|} { get; } }")]
    [TestCase("ABM042", "getter alone", "public sealed partial class People(Model model) : Population(model, \"p\", 1) { public partial State<int> {|A|} { get; set; } }")]
    [TestCase("ABM042", "getter alone", "public sealed partial class People(Model model) : Population(model, \"p\", 1) { public static partial State<int> {|A|} { get; } }")]
    [TestCase("ABM043", "is generic", "public sealed partial class {|People|}<T>(Model model) : Population(model, \"p\", 1) { public partial State<int> A { get; } }")]
    [TestCase("ABM043", "in its file alone", "file sealed partial class {|People|}(Model model) : Population(model, \"p\", 1) { public partial State<int> A { get; } }")]
    [TestCase("ABM044", "me.A", "public partial class Town { private sealed partial class {|People|}(Model model) : Population(model, \"p\", 1) { public partial State<int> A { get; } } }")]
    [TestCase("ABM045", "me.Next", "public sealed partial class People(Model model) : Population(model, \"p\", 1) { public partial State<int> {|Next|} { get; } }")]
    [TestCase("ABM046", "Talk", "public abstract partial class Town(Seed seed) : Model(seed) { [Rule] private void {|Talk|}(int me) { } }")]
    [TestCase("ABM046", "Talk", "public abstract partial class Town(Seed seed) : Model(seed) { [Rule] private int {|Talk|}(Agent<Population> me) => 0; }")]
    [TestCase("ABM046", "Talk", "public abstract partial class Town(Seed seed) : Model(seed) { [Rule] private void {|Talk|}<T>(Agent<T> me) where T : Population { } }")]
    [TestCase("ABM047", "[Rule]", "public partial class Town { [Rule] private void {|Talk|}(Agent<Population> me) { } }")]
    [TestCase("ABM047", "[Model]", "[Model(\"a\", \"A.\")] public partial class {|Town|}(P parameters, Seed seed) { private object Both => (parameters, seed); } public sealed class P { public int Agents => 1; }")]
    [TestCase("ABM048", "no constructor", "[Model(\"a\", \"A.\")] public abstract partial class {|Town|}(Seed seed) : Model(seed);")]
    [TestCase("ABM048", "no constructor", "[Model(\"a\", \"A.\")] public abstract partial class {|Town|}(int agents, Seed seed) : Model(seed) { public int Agents => agents; }")]
    [TestCase("ABM049", "'Agents'", "[Model(\"a\", \"A.\")] public abstract partial class Town(P parameters, Seed seed) : Model(seed) { protected P Parameters => parameters; } public sealed class {|P|};")]
    [TestCase("ABM050", "'Words'", "[Model(\"a\", \"A.\")] public abstract partial class Town(P parameters, Seed seed) : Model(seed) { protected P Parameters => parameters; [Measure(\"W.\")] public string {|Words|} => \"\"; } public sealed class P { public int Agents => 1; }")]
    [TestCase("ABM050", "'Of'", "[Model(\"a\", \"A.\")] public abstract partial class Town(P parameters, Seed seed) : Model(seed) { protected P Parameters => parameters; [Measure(\"W.\")] public int {|Of|}(int row) => row; } public sealed class P { public int Agents => 1; }")]
    public void Misuse_OfTheSurface_IsFound(string id, string word, string text)
    {
        var (from, to) = (text.IndexOf("{|", StringComparison.Ordinal), text.IndexOf("|}", StringComparison.Ordinal) - 2);
        var generation = Generation.Of("using Agents;", "using Agents; " + text.Replace("{|", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal));
        var found = generation.Result.Diagnostics.Single();
        Assert.That((found.Id, found.Location.SourceTree!.FilePath), Is.EqualTo((id, "File1.cs")));
        Assert.That(found.GetMessage(null), Does.Contain(word));
        Assert.That(found.Location.SourceSpan, Is.EqualTo(new Microsoft.CodeAnalysis.Text.TextSpan("using Agents; ".Length + from, to - from)));
        Assert.That(generation.Complaints.Where(complaint => complaint.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true), Is.Empty);
    }

    [TestCase("public sealed class People(Model model) : Population(model, \"p\", 1) { public State<int> A { get; } = null!; }")]
    [TestCase("public sealed partial class People { public partial int A { get; } }")]
    [TestCase("public sealed partial class People(Model model) : Population(model, \"p\", 1) { public partial int A { get; } public partial int A => 3; }")]
    [TestCase("public sealed partial class People(Model model) : Population(model, \"p\", 1) { [System.Obsolete] public partial int A { get; } }")]
    [TestCase("public sealed partial class People(Model model) : Population(model, \"p\", 1) { public partial Unknown<int> A { get; } }")]
    public void Text_ThatIsNoMisuse_IsLeftAlone(string text)
    {
        var result = Generation.Of("using Agents; " + text).Result;
        Assert.That(result.Diagnostics, Is.Empty);
        Assert.That(result.GeneratedSources, Is.Empty);
    }

    [Test]
    public void Finding_UnderAPragma_IsSilent() =>
        Assert.That(Generation.Of("""
            using Agents;
            public partial class Town
            {
            #pragma warning disable ABM044 // its rules read columns by row
                private sealed partial class People(Model model) : Population(model, "p", 1) { public partial State<int> A { get; } }
            #pragma warning restore ABM044
            }
            """).Result.Diagnostics.Where(diagnostic => !diagnostic.IsSuppressed), Is.Empty);
}
