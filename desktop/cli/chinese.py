"""Help pages and usage errors of the command line in Chinese."""

import click
from typing_extensions import override


class ChineseCommand(click.Command):
    """A command whose help page is Chinese throughout."""

    @override
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_usage(self, ctx, formatter)

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(super().get_help_option(ctx))


class ChineseGroup(click.Group):
    """A group of commands whose help page is Chinese throughout."""

    command_class = ChineseCommand

    @override
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_usage(self, ctx, formatter)

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)
        rows = [
            (name, command.get_short_help_str(limit=60))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None
        ]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(super().get_help_option(ctx))


ChineseGroup.group_class = ChineseGroup


def usage_sentence(error: click.UsageError) -> str:
    """Say in Chinese what is wrong with a command's words."""
    match error:
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}。"
        case click.MissingParameter():
            return f"缺少参数 {_parameter_name(error)}。"
        case click.BadParameter():
            return f"参数 {_parameter_name(error)} 的值不能用。"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 缺少值。"
        case _:
            return "命令或参数不对。"


def _parameter_name(error: click.BadParameter) -> str:
    if error.param is None:
        return "（未知）"
    return (
        error.param.opts[0]
        if error.param.opts[0].startswith("-")
        else error.param.human_readable_name
    )


def _write_usage(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[选项]")
    formatter.write_usage(
        ctx.command_path, pieces.replace("COMMAND [ARGS]...", "命令 [参数]..."), prefix="用法："
    )


def _write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    rows = [row for parameter in command.get_params(ctx) if (row := parameter.get_help_record(ctx))]
    if rows:
        with formatter.section("选项"):
            formatter.write_dl(rows)


def _help_option(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "显示本页"
    return option
