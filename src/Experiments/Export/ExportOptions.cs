namespace Experiments.Export;

/// <summary>What a result is exported to.</summary>
public enum ExportFormat
{
    /// <summary>Apache Parquet, with the types that the data package declares.</summary>
    Parquet,

    /// <summary>CSV with names that Stata takes, and a table of the names.</summary>
    Stata,
}

/// <summary>What to export, and where.</summary>
public sealed record ExportOptions
{
    /// <summary>The directory of the result.</summary>
    public required string Directory { get; init; }

    /// <summary>The form of the exported tables.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>Where they go; null for <c>export/FORMAT</c> in the directory.</summary>
    public string? Folder { get; init; }
}

/// <summary>What became of an export.</summary>
public sealed record ExportResult
{
    /// <summary>0 done; 2 the result or the folder cannot be used; 3 no space, or the file system was lost.</summary>
    public required int ExitCode { get; init; }

    /// <summary>The folder of the exported tables; null where nothing was exported.</summary>
    public string? Folder { get; init; }

    /// <summary>The exported tables with their rows, in the order of the result.</summary>
    public IReadOnlyList<(string Table, long Rows)> Tables { get; init; } = [];

    /// <summary>What went wrong, or what one should know; empty where there is nothing to say.</summary>
    public string Message { get; init; } = "";
}
