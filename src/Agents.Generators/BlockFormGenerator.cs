using System.Text;
using Agents.Generators.Blocks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Agents.Generators;

/// <summary>Writes the block form of every partial rule from its text for one agent.</summary>
[Generator]
public sealed class BlockFormGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var rules = context.SyntaxProvider.CreateSyntaxProvider((node, _) => IsRule(node), (found, _) => (StructDeclarationSyntax)found.Node).Collect();
        // Nobody but the compiler asks for block forms: while somebody types, none is made.
        context.RegisterImplementationSourceOutput(rules.Combine(context.CompilationProvider), (output, both) =>
        {
            foreach (var rule in both.Left)
                Write(output, RuleFile.Of(both.Right, rule, output.CancellationToken));
        });
    }

    private static bool IsRule(SyntaxNode node) =>
        node is StructDeclarationSyntax { BaseList: { } bases } declared && declared.Modifiers.Any(SyntaxKind.PartialKeyword)
        && bases.Types.Any(one => one.Type is GenericNameSyntax { Identifier.ValueText: "IRule" } or QualifiedNameSyntax { Right: GenericNameSyntax { Identifier.ValueText: "IRule" } });

    private static void Write(SourceProductionContext output, RuleFile? file)
    {
        if (file == null)
            return;
        if (file.Text != null)
            output.AddSource($"{file.Name}.block.g.cs", SourceText.From(file.Text, Encoding.UTF8));
        if (file.Problem != null)
            output.ReportDiagnostic(Diagnostic.Create(file.IsRequired ? BlockFormDiagnostics.Required : BlockFormDiagnostics.Scalar, file.Where, file.Name, file.Problem));
        foreach (var note in file.Notes)
            output.ReportDiagnostic(Diagnostic.Create(note.Kind == NoteKind.LeftBranch ? BlockFormDiagnostics.LeftBranch : BlockFormDiagnostics.LaneByLane, note.Where, file.Name, note.What));
    }
}
