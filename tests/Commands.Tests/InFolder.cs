namespace Commands.Tests;

/// <summary>Stands in another folder until it is disposed of.</summary>
internal sealed class InFolder : IDisposable
{
    private readonly string before = Directory.GetCurrentDirectory();

    public InFolder(string folder) => Directory.SetCurrentDirectory(folder);

    public void Dispose() => Directory.SetCurrentDirectory(before);
}
