using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Agents.Generators.Tests;

/// <summary>C# of a test, with what the generator makes of it.</summary>
internal sealed class CompiledText
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Parse);

    // What implicit usings give a project.
    private const string Implicit = """
        global using System; global using System.Linq; global using System.Collections.Generic; global using System.Threading;

        """;

    // And the namespaces of a rule's file.
    private const string Usings = Implicit + """
        global using Agents; global using Agents.Numerics; global using Agents.Random; global using Torture;
        """;

    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll"))
            .Append(typeof(Model).Assembly.Location)
            .Select(file => MetadataReference.CreateFromFile(file))]);

    private CompiledText(Compilation compilation, GeneratorDriverRunResult result) => (Compilation, Result) = (compilation, result);

    /// <summary>All text, the generated included.</summary>
    public Compilation Compilation { get; }

    /// <summary>What the generator did.</summary>
    public GeneratorDriverRunResult Result { get; }

    /// <summary>What it says.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The texts before the generator.</summary>
    public static CSharpCompilation Plain(params ReadOnlySpan<string> texts) => Plain(Usings, texts);

    private static CSharpCompilation Plain(string usings, ReadOnlySpan<string> texts)
    {
        var trees = new List<SyntaxTree> { Parse(usings, "Usings.cs") };
        foreach (var text in texts)
            trees.Add(Parse(text, $"Text{trees.Count}.cs"));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create($"Text{Guid.NewGuid():N}", trees, References.Value, options);
    }

    /// <summary>A file of the torture rules.</summary>
    public static string Torture(string name)
    {
        using var reader = new StreamReader(typeof(CompiledText).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>A driver as a build has it, or as an editor has it, which asks for no implementation.</summary>
    public static GeneratorDriver Driver(bool isEditor = false, bool tracksSteps = false) => CSharpGeneratorDriver.Create(
        [new BlockFormGenerator().AsSourceGenerator()], parseOptions: Parsing,
        driverOptions: new GeneratorDriverOptions(isEditor ? IncrementalGeneratorOutputKind.Implementation : IncrementalGeneratorOutputKind.None, tracksSteps));

    /// <summary>Texts through the generator, with the population that has everything.</summary>
    public static CompiledText WithEverything(params ReadOnlySpan<string> texts) => Of([.. texts, Torture("Everything.cs"), Torture("EverythingView.cs")]);

    /// <summary>Texts through the generator.</summary>
    public static CompiledText Of(params ReadOnlySpan<string> texts)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(Plain(texts), out var after, out _);
        return new CompiledText(after, driver.GetRunResult());
    }

    /// <summary>Whole files through all generators, as a build has them.</summary>
    public static CompiledText AsBuilt(params ReadOnlySpan<string> texts)
    {
        var driver = CSharpGeneratorDriver.Create([new SurfaceGenerator().AsSourceGenerator(), new BlockFormGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(Plain(Implicit, texts), out var after, out _);
        return new CompiledText(after, driver.GetRunResult());
    }

    /// <summary>The block form of a rule by its full name; null where it has none.</summary>
    public string? BlockForm(string rule) =>
        Result.Results[0].GeneratedSources.FirstOrDefault(source => source.HintName == $"{rule}.block.g.cs").SourceText?.ToString();

    /// <summary>Writes the assembly.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public void WriteTo(string file)
    {
        using var stream = File.Create(file);
        var emitted = Compilation.Emit(stream);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Take(20)));
    }

    /// <summary>Loads the assembly beside the test's own.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public Assembly Load()
    {
        using var stream = new MemoryStream();
        var emitted = Compilation.Emit(stream);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Take(20)));
        stream.Position = 0;
        return AssemblyLoadContext.GetLoadContext(typeof(CompiledText).Assembly)!.LoadFromStream(stream);
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing, path);
}
