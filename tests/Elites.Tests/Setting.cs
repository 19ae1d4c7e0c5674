using System.Globalization;
using System.Reflection;

namespace Elites.Tests;

/// <summary>A parameter by its dotted key, as configs and the catalogue of statements name it.</summary>
internal readonly record struct Setting(PropertyInfo Section, PropertyInfo Property)
{
    /// <summary>All parameters, in the order of their declaration.</summary>
    public static IEnumerable<Setting> All =>
        from section in typeof(ElitesParameters).GetProperties()
        from property in section.PropertyType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.GetCustomAttribute<ParameterAttribute>() is not null
        select new Setting(section, property);

    /// <summary>What the model says of it.</summary>
    public ParameterAttribute Declared => Property.GetCustomAttribute<ParameterAttribute>()!;

    /// <summary>The dotted key.</summary>
    public string Key => $"{Snake(Section.Name)}.{Snake(Property.Name)}";

    /// <summary>The parameter of a key.</summary>
    public static Setting Of(string key) => All.Single(setting => setting.Key == key);

    /// <summary>The value, a truth value as 0 or 1.</summary>
    public double Get(ElitesParameters parameters) => Convert.ToDouble(Property.GetValue(Section.GetValue(parameters)), CultureInfo.InvariantCulture);

    /// <summary>Sets the value from text as a config has it.</summary>
    public void Set(ElitesParameters parameters, string value) =>
        Property.SetValue(Section.GetValue(parameters), Property.PropertyType.IsEnum ? Enum.Parse(Property.PropertyType, value, ignoreCase: true) : Convert.ChangeType(value, Property.PropertyType, CultureInfo.InvariantCulture));

    /// <summary>Sets the value from a number; a truth value is true from a half on.</summary>
    public void Set(ElitesParameters parameters, double value) =>
        Property.SetValue(Section.GetValue(parameters), Property.PropertyType == typeof(bool) ? value >= 0.5 : Convert.ChangeType(value, Property.PropertyType, CultureInfo.InvariantCulture));

    public override string ToString() => Key;

    private static string Snake(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? "_" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
