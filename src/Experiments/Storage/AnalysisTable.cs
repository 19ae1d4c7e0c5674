namespace Experiments.Storage;

/// <summary>A table of an analysis with its rows.</summary>
/// <param name="Table">Its columns.</param>
/// <param name="Rows">Strings, integers, doubles, booleans and null; read once, as they are written.</param>
internal sealed record AnalysisTable(Table Table, IEnumerable<object?[]> Rows);
