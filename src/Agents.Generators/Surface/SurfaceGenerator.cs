using Microsoft.CodeAnalysis;

namespace Agents.Generators;

/// <summary>Writes what populations, rules and models declare: columns and views, structs of rules, definitions.</summary>
[Generator]
public sealed class SurfaceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = Surface.Provide(context);
        context.RegisterSourceOutput(files, (output, file) =>
        {
            if (file.Text.Length > 0)
                output.AddSource(file.HintName, file.Text);
        });
        // Findings are rare; only where there are some does the compilation matter, in whose trees they are shown.
        var findings = files.SelectMany((file, _) => file.Findings);
        context.RegisterSourceOutput(findings.Combine(context.CompilationProvider), (output, pair) => output.ReportDiagnostic(pair.Left.In(pair.Right)));
    }
}
