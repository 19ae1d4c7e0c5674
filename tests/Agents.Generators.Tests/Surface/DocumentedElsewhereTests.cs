using Microsoft.CodeAnalysis.Diagnostics;

namespace Agents.Generators.Tests.Surface;

/// <summary>No documentation is asked for that would say an attribute's words again.</summary>
public sealed class DocumentedElsewhereTests
{
    [TestCase("[Parameter(\"Agents.\")] public int Agents { get; set; }", false)]
    [TestCase("[Measure(\"Agents.\")] public int Count() => 1;", false)]
    [TestCase("public override string ToString() => \"\";", false)]
    [TestCase("public int Agents { get; set; }", true)]
    [TestCase("[System.Obsolete] public int Count() => 1;", true)]
    [TestCase("[Measure(\"A column.\")] public State<int> Wealth => null!;", true)]
    public async Task Member_WithoutDocumentation_IsNamedUnlessAnAttributeSaysIt(string member, bool isNamed)
    {
        var generation = Generation.Of($"using Agents; /// <summary>A town.</summary>\npublic sealed class Town {{ {member} }}");
        var diagnostics = await generation.After.WithAnalyzers([new DocumentedElsewhere()]).GetAllDiagnosticsAsync();
        Assert.That(diagnostics.Any(diagnostic => diagnostic is { Id: "CS1591", IsSuppressed: false }), Is.EqualTo(isNamed));
    }
}
