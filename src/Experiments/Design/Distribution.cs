namespace Experiments.Design;

/// <summary>How a factor's values are spread.</summary>
public enum Distribution
{
    /// <summary>Some values, each as likely.</summary>
    Levels,

    /// <summary>Between two ends, each value as likely.</summary>
    Uniform,

    /// <summary>Between two positive ends, the logarithm uniform.</summary>
    LogUniform,

    /// <summary>Normal, where asked for cut at two ends.</summary>
    Normal,

    /// <summary>Between two ends with a peak between them.</summary>
    Triangular,
}
