namespace Experiments.Analysis.Report;

/// <summary>What became of an analysis.</summary>
public sealed record AnalysisResult
{
    /// <summary>0 done; 1 something that the design is for was refused, as indices of an incomplete one; 2 the directory cannot be used; 3 no space, or the file system was lost.</summary>
    public required int ExitCode { get; init; }

    /// <summary>What went wrong; empty where nothing did.</summary>
    public string Message { get; init; } = "";

    /// <summary>The folder that holds the tables; null where they could not be written.</summary>
    public string? Folder { get; init; }

    /// <summary>What the tables say; null where the directory holds no runs.</summary>
    public AnalysisReport? Report { get; init; }
}
