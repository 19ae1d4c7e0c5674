using Microsoft.CodeAnalysis.Diagnostics;

namespace Agents.Generators.Analyzers;

/// <summary>An analyzer of models: it says nothing, and costs nothing, where the framework is not referred to.</summary>
public abstract class ModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (Framework.In(start.Compilation) is { } framework)
                Register(start, framework);
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext context, Framework framework);
}
