using System.Text;

namespace Experiments.Config;

/// <summary>Names of C# as configs and tables write them.</summary>
internal static class SnakeCase
{
    /// <summary><c>LaunchThreshold</c> is <c>launch_threshold</c>, <c>GDPGrowth</c> is <c>gdp_growth</c>, <c>Week52</c> is <c>week52</c>.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && name[i - 1] != '_')
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
