namespace Experiments.Storage;

/// <summary>
/// A model does what its definition does not allow. That is no accident of one run: a study stops at the first, because
/// thousands of failed runs would say no more.
/// </summary>
internal sealed class ModelFaultException : Exception
{
    /// <param name="model">The model's name.</param>
    /// <param name="did">What it did, such as <c>ended with the outcome</c>.</param>
    /// <param name="name">The name that is not declared.</param>
    /// <param name="declared">Those that are.</param>
    public ModelFaultException(string model, string did, string name, IEnumerable<string> declared)
        : base($"The model {model} {did} '{name}', which its definition does not declare ({Listed(declared)})")
    {
    }

    private static string Listed(IEnumerable<string> declared) => string.Join(", ", declared) is { Length: > 0 } list ? $"it declares {list}" : "it declares none";
}
