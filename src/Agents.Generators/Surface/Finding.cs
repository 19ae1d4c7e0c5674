using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Agents.Generators;

/// <summary>A diagnostic as a generator's cache can keep it: without the syntax tree that it points into.</summary>
internal sealed record Finding(DiagnosticDescriptor Descriptor, string Path, TextSpan Span, LinePositionSpan Lines, Sequence<string> Words)
{
    public static Finding At(Location where, DiagnosticDescriptor descriptor, params string[] words)
    {
        var lines = where.GetLineSpan();
        return new Finding(descriptor, lines.Path, where.SourceSpan, lines.Span, words.ToList());
    }

    /// <summary>The diagnostic; in a tree of the compilation, so that a pragma can silence it.</summary>
    public Diagnostic In(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.FirstOrDefault(one => one.FilePath == Path);
        var where = tree is null ? Location.Create(Path, Span, Lines) : Location.Create(tree, Span);
        return Diagnostic.Create(Descriptor, where, Words.ToArray<object>());
    }
}
