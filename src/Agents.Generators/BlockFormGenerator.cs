using System.Collections.Immutable;
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
        context.RegisterImplementationSourceOutput(rules.Combine(Surface.Provide(context).Collect()).Combine(context.CompilationProvider), (output, all) =>
            Write(output, all.Right, all.Left.Left, all.Left.Right));
    }

    private static void Write(SourceProductionContext output, Compilation compilation, ImmutableArray<StructDeclarationSyntax> rules, ImmutableArray<GeneratedFile> surface)
    {
        // What a generator writes is not in the compilation that it sees: columns' views and rules that are methods are put there.
        var options = (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options;
        var written = surface.Where(file => file.Text.Length > 0).Select(file => CSharpSyntaxTree.ParseText(file.Text, options, cancellationToken: output.CancellationToken)).ToList();
        var whole = compilation.AddSyntaxTrees(written);
        foreach (var rule in rules.Concat(written.SelectMany(tree => tree.GetRoot().DescendantNodes().Where(IsRule).Cast<StructDeclarationSyntax>())))
            Write(output, compilation, RuleFile.Of(whole, rule, output.CancellationToken));
    }

    private static bool IsRule(SyntaxNode node) =>
        node is StructDeclarationSyntax { BaseList: { } bases }
        && bases.Types.Any(one => one.Type is GenericNameSyntax { Identifier.ValueText: "IRule" } or QualifiedNameSyntax { Right: GenericNameSyntax { Identifier.ValueText: "IRule" } });

    private static void Write(SourceProductionContext output, Compilation compilation, RuleFile? file)
    {
        if (file == null)
            return;
        if (file.Text != null)
            output.AddSource($"{file.Name}.block.g.cs", SourceText.From(file.Text, Encoding.UTF8));
        if (file.Problem != null)
            output.ReportDiagnostic(Diagnostic.Create(file.IsRequired ? Diagnostics.BlockFormRequired : file.IsPartial ? Diagnostics.NoBlockForm : Diagnostics.RuleNotPartial, Seen(file.Where), file.Name, file.Problem));
        foreach (var note in file.Notes)
            output.ReportDiagnostic(Diagnostic.Create(note.Kind == NoteKind.LeftBranch ? Diagnostics.LeftBranch : Diagnostics.LaneByLane, Seen(note.Where), file.Name, note.What));

        // A text that the modeller has not written is no place to point at.
        Location? Seen(Location? where) => where?.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree) ? where : Location.None;
    }
}
